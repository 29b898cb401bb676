// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "field_names.hpp"
#include "frame.hpp"
#include "globs.hpp"
#include "gzip_source.hpp"
#include "member_name.hpp"
#include "sniff.hpp"

namespace kliping::indexer {

namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
/// Zip and 7z that come out of a pipe or another container wait in memory up to this size, so that
/// their table of contents can be read.
constexpr std::size_t most_waiting_bytes = std::size_t{64} << 20;

/// What a guess at UTF-16 looks at.
constexpr std::size_t utf16_looked_at = 4096;

/// UTF-16 by its mark, by the encoding that the user named, or as its zero bytes prove it;
/// everything else keeps ASCII as it is.
std::optional<Utf16Source::Order> utf16_order(std::string_view head, const std::string& encoding) {
  using Order = Utf16Source::Order;
  if (head.starts_with("\xFF\xFE")) return Order::little;
  if (head.starts_with("\xFE\xFF")) return Order::big;
  if (same_name(encoding, "UTF-16LE")) return Order::little;
  if (same_name(encoding, "UTF-16BE") || same_name(encoding, "UTF-16")) return Order::big;
  return encoding == "auto" ? Utf16Source::proven_order(head) : std::nullopt;
}

}  // namespace

bool Reading::file(const std::string& path) {
  UnpackLayer layer(options_.unpack);
  try {
    FileSource source(path, [&](std::size_t bytes) {
      layer.took_in(bytes);
      if (handler_.progress && !handler_.progress(bytes)) is_stopped_ = true;
      return !is_stopped_;
    });
    if (source.is_seekable()) layer.set_stored_size(source.size());
    const bool wants_more =
        open({path, path, 0}, source, source.is_seekable() ? &source : nullptr, layer);
    return wants_more && !is_stopped_;
  } catch (const SourceFault& fault) {
    error(path, fault.message());
    return !is_stopped_;
  }
}

bool Reading::stream(const std::string& locator, ByteSource& bytes) {
  UnpackLayer layer(options_.unpack);
  try {
    return open({locator, locator, 0}, bytes, nullptr, layer);
  } catch (const SourceFault& fault) {
    error(locator, fault.message());
    return true;
  }
}

bool Reading::open(const Place& place, ByteSource& bytes, SeekableSource* seekable,
                   UnpackLayer& layer) {
  Input input(bytes);
  const Packing packing = packing_of(input.peek(packing_bytes), place.name);
  if (packing == Packing::none) return content(place, input);
  if (place.packings == options_.unpack.most_nested) {
    error(place.locator, message("packed in more than {} layers: refused", place.packings));
    return true;
  }
  UnpackLayer inner(layer);
  if (is_container(packing)) return unpack_members(place, packing, input, seekable, inner);
  ReplayedSource packed(input);
  return unpack(place, packing, packed, inner);
}

bool Reading::unpack(const Place& place, Packing packing, ByteSource& packed, UnpackLayer& layer) {
  const Place inside{place.locator, std::string{unpacked_name(place.name)}, place.packings + 1};
  if (packing == Packing::gzip) {
    GzipSource bytes(packed, layer);
    return open(inside, bytes, nullptr, layer);
  }
  Archive stream(packing, packed, nullptr, layer);
  const bool has_data = stream.next().has_value();
  MemberSource bytes(stream, layer);
  MemorySource nothing({});
  return open(inside, has_data ? static_cast<ByteSource&>(bytes) : nothing, nullptr, layer);
}

bool Reading::unpack_members(const Place& place, Packing packing, Input& input,
                             SeekableSource* seekable, UnpackLayer& layer) {
  const bool has_contents_last = packing == Packing::zip || packing == Packing::seven_zip;
  ReplayedSource packed(input);
  if (seekable != nullptr || !has_contents_last) {
    Archive archive(packing, packed, has_contents_last ? seekable : nullptr, layer);
    return each_member(place, archive, layer);
  }
  const std::string_view all = input.peek(most_waiting_bytes);
  if (all.size() < most_waiting_bytes) {
    MemorySource waiting(all);
    Archive archive(packing, waiting, &waiting, layer);
    return each_member(place, archive, layer);
  }
  if (packing == Packing::seven_zip) {
    error(place.locator,
          message("a 7z archive of more than {} MB in a pipe or another archive",
                  most_waiting_bytes >> 20),
          message("name it as a file of its own"));
    return true;
  }
  Archive archive(packing, packed, nullptr, layer);
  return each_member(place, archive, layer);
}

bool Reading::each_member(const Place& place, Archive& archive, UnpackLayer& layer) {
  bool is_first = true;
  while (auto next = archive.next()) {
    if (is_stopped_) return false;
    layer.began_member();
    if (std::exchange(is_first, false) &&
        (next->name == "[Content_Types].xml" || next->name == "mimetype")) {
      error(place.locator, message("a document of an office suite or an e-book, not an archive"),
            message("save spreadsheets as CSV, documents as text or HTML"));
      return true;
    }
    if (!member(place, archive, *next, layer)) return false;
    if (archive.is_broken()) return true;
  }
  return true;
}

/// Takes the member's path from its name; says why where it is refused.
bool Reading::is_wanted(const std::string& container, const Archive::Member& member,
                        std::string& path) {
  using Kind = Archive::Member::Kind;
  MemberName name = judge_member_name(member.name);
  path = std::move(name.path);
  const std::string locator = container + '!' + path;
  if (name.verdict == MemberName::Verdict::refused) {
    error(locator, message("{}: refused", name.reason));
    return false;
  }
  if (name.verdict == MemberName::Verdict::hidden || member.kind == Kind::directory) return false;
  // A browser's crawl has its pages once more as lists, indexes and logs beside the WARC files.
  if (container.ends_with(".wacz") && !path.starts_with("archive/")) return false;
  if (is_excluded(options_, path) || !is_included(options_, path)) return false;
  if (member.kind == Kind::link)
    error(locator, message("a link: refused"));
  else if (member.kind == Kind::special)
    error(locator, message("a device, pipe or socket: refused"));
  else if (member.is_encrypted)
    error(locator, message("encrypted: refused"));
  else
    return true;
  return false;
}

bool Reading::member(const Place& place, Archive& archive, const Archive::Member& member,
                     UnpackLayer& layer) {
  std::string path;
  if (!is_wanted(place.locator, member, path)) return !is_stopped_;
  const Place inside{place.locator + '!' + path, path, place.packings + 1};
  UnpackLayer own(layer);
  try {
    MemberSource bytes(archive, own);
    return open(inside, bytes, nullptr, own);
  } catch (const Bomb& bomb) {
    if (bomb.depth() < own.depth()) throw;
    error(inside.locator, bomb.message());
    archive.abandon_member();
    own.refuse();
  } catch (const SourceFault& fault) {
    error(inside.locator, fault.message());
  }
  return !is_stopped_;
}

bool Reading::content(const Place& place, Input& input) {
  const auto order = utf16_order(input.peek(utf16_looked_at), options_.encoding);
  if (!order) return records(place, input, options_.encoding);
  ReplayedSource bytes(input);
  Utf16Source decoded(bytes, *order);
  Input decoded_input(decoded);
  return records(place, decoded_input, "UTF-8");
}

bool Reading::records(const Place& place, Input& input, const std::string& encoding) {
  if (input.peek(utf8_mark.size()) == utf8_mark) input.consume(utf8_mark.size());
  const std::string_view head = input.peek(sniff_bytes);
  if (head.empty()) {
    report(Diagnostic::Severity::warning, place.locator, message("empty"));
    return true;
  }
  Origin origin;
  origin.locator = place.locator;
  origin.encoding = encoding;
  origin.format = options_.format;
  if (origin.format == Format::automatic) {
    if (auto strange = sniff_strange(head)) {
      error(place.locator, std::move(strange->message), std::move(strange->hint));
      return true;
    }
    origin.format = sniff_format(head, place.name);
  }
  Outlet outlet(std::move(origin), options_, handler_);
  try {
    frame(input, outlet);
    return outlet.wants_more();
  } catch (const SourceFault&) {
    // The records before the fault are whole; the one that it broke off was never handed over.
    outlet.finish();
    throw;
  }
}

void Reading::report(Diagnostic::Severity severity, const std::string& locator, Message message,
                     Message hint) {
  if (handler_.diagnostic && !is_stopped_)
    handler_.diagnostic({severity, locator, 0, std::move(message), std::move(hint)});
}

}  // namespace kliping::indexer
