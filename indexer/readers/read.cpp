// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/stat.h>

#include <cstring>
#include <system_error>

#include "../record.hpp"
#include "byte_source.hpp"
#include "field_names.hpp"
#include "frame.hpp"
#include "sniff.hpp"
#include "walk.hpp"

namespace kliping::indexer {

namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

/// UTF-16 by its mark or by the encoding that the user named; everything else keeps ASCII as it is.
std::optional<Utf16Source::Order> utf16_order(std::string_view head, const std::string& encoding) {
  using Order = Utf16Source::Order;
  if (head.starts_with("\xFF\xFE")) return Order::little;
  if (head.starts_with("\xFE\xFF")) return Order::big;
  if (same_name(encoding, "UTF-16LE")) return Order::little;
  if (same_name(encoding, "UTF-16BE") || same_name(encoding, "UTF-16")) return Order::big;
  return std::nullopt;
}

/// Gives back what was read for a look.
class ReplayedSource final : public ByteSource {
 public:
  explicit ReplayedSource(Input& input) : input_(input) {}

  std::size_t read(std::span<char> into) override {
    const std::string_view window = input_.window();
    const std::size_t size = std::min(into.size(), window.size());
    std::memcpy(into.data(), window.data(), size);
    input_.consume(size);
    return size;
  }

 private:
  Input& input_;
};

class Reading {
 public:
  Reading(const ReadOptions& options, const RecordHandler& handler)
      : options_(options), handler_(handler) {}

  /// Fences the medium's faults: this input ends there, the others do not.
  bool file(const std::string& path) {
    try {
      FileSource source(path, handler_.progress);
      Input input(source);
      const auto order = utf16_order(input.peek(2), options_.encoding);
      if (!order) return content(path, input, options_.encoding);
      ReplayedSource bytes(input);
      Utf16Source decoded(bytes, *order);
      Input decoded_input(decoded);
      return content(path, decoded_input, "UTF-8");
    } catch (const std::system_error& error) {
      report(Diagnostic::Severity::error, path, std::strerror(error.code().value()));
      return true;
    }
  }

  void report(Diagnostic::Severity severity, const std::string& path, std::string message,
              std::string hint = {}) {
    if (handler_.diagnostic)
      handler_.diagnostic({severity, path, 0, std::move(message), std::move(hint)});
  }

 private:
  bool content(const std::string& path, Input& input, const std::string& encoding) {
    if (input.peek(utf8_mark.size()) == utf8_mark) input.consume(utf8_mark.size());
    const std::string_view head = input.peek(sniff_bytes);
    if (head.empty()) {
      report(Diagnostic::Severity::warning, path, "empty");
      return true;
    }
    Origin origin;
    origin.locator = path;
    origin.encoding = encoding;
    origin.format = options_.format;
    if (origin.format == Format::automatic) {
      if (auto strange = sniff_strange(head, path)) {
        report(Diagnostic::Severity::error, path, std::move(strange->message),
               std::move(strange->hint));
        return true;
      }
      origin.format = sniff_format(head, path);
    }
    Outlet outlet(std::move(origin), options_, handler_);
    return frame(input, outlet);
  }

  const ReadOptions& options_;
  const RecordHandler& handler_;
};

}  // namespace

void read(const std::vector<std::string>& inputs, const ReadOptions& options,
          const RecordHandler& handler) {
  Reading reading(options, handler);
  const WalkHandler walker{[&](const std::string& path) { return reading.file(path); },
                           handler.diagnostic};
  for (const std::string& input : inputs)
    if (!walk(input, options, walker)) return;
}

std::optional<std::size_t> total_bytes(const std::vector<std::string>& inputs,
                                       const ReadOptions& options) {
  std::size_t total = 0;
  bool known = true;
  const WalkHandler adder{[&](const std::string& path) {
                            struct stat status {};
                            if (path == "-" || ::stat(path.c_str(), &status) != 0) {
                              known = path != "-" && known;
                            } else if (S_ISREG(status.st_mode)) {
                              total += static_cast<std::size_t>(status.st_size);
                            } else {
                              known = false;
                            }
                            return known;
                          },
                          nullptr};
  for (const std::string& input : inputs)
    if (!walk(input, options, adder)) break;
  return known ? std::optional{total} : std::nullopt;
}

}  // namespace kliping::indexer
