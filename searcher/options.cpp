// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/options.hpp"

#include <fmt/format.h>
#include <xapian.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <map>

#include "kliping/analysis/analyzer.hpp"
#include "kliping/analysis/stemmer.hpp"
#include "kliping/error.hpp"
#include "searcher/field_names.hpp"

namespace kliping::searcher {

namespace {

constexpr const char* usage_hint = "kliping-search --help shows what there is";

constexpr const char* footer =
    R"(Query: words are ANDed; "exact phrase", -without, +required, =this form alone,
korup* for any ending, *kata, k?ta, kata~ for nearly that spelling, A OR B,
brackets, "a b"~3 with at most three words in between, a DEKAT/5 b at most five
words apart, judul:word (title:), sumber:name (source:), rubrik: penulis: url:
id:, tanggal:2019, tanggal:2019-04..2019-06.
Operators in capitals: AND OR NOT, or DAN ATAU BUKAN.

Examples:
  kliping-search Korea Utara Rusia
  kliping-search -d berita.db '"kerja sama" tanggal:2019 -sepakbola'
  kliping-search -l -0 banjir | xargs -0 -r wc -w
  kliping-search --json --all korupsi | jq -r '[.date, .title] | @tsv'
  kliping-search --queries=topics.tsv --op=or -n 1000 --format=trec > run.txt

Exit codes: 0 something was found, 1 nothing, 2 an error, 75 try again.)";

/// What CLI11 fills, before it is checked and understood.
struct Raw {
  std::vector<std::string> operands;
  std::vector<std::string> expressions;
  std::vector<std::string> filters;
  std::string fields;
  std::string since;
  std::string until;
  bool all = false;
  bool locators = false;
  bool nul = false;
  bool count = false;
  bool quiet = false;
  bool json = false;
  bool literal = false;
  bool exact = false;
  bool reverse = false;
  bool explain = false;
  bool version = false;
};

/// A whole number that is not negative.
template <typename Number>
CLI::Option* add_number(CLI::App& app, const std::string& name, Number& value,
                        const std::string& text) {
  const auto take = [&value, name](const std::string& given) {
    const char* const end = given.data() + given.size();
    const auto [stop, fault] = std::from_chars(given.data(), end, value);
    if (fault == std::errc{} && stop == end) return;
    throw Error(fmt::format("{}: '{}' is not a whole number", name.substr(name.find("--")), given));
  };
  return app.add_option_function<std::string>(name, take, text)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast)
      ->type_name("N");
}

/// Given again, the last one counts: an alias can be overruled.
CLI::Option* add_text(CLI::App& app, const std::string& name, std::string& value,
                      const std::string& text) {
  return app.add_option(name, value, text)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

template <typename Value>
CLI::Option* add_choice(CLI::App& app, const std::string& name, Value& value,
                        const std::map<std::string, Value>& choices, const std::string& text) {
  return app
      .add_option_function<std::string>(
          name,
          [&value, choices, name](const std::string& given) {
            const auto found = choices.find(given);
            if (found != choices.end()) {
              value = found->second;
              return;
            }
            std::string known;
            for (const auto& [choice, meaning] : choices)
              known += known.empty() ? choice : ", " + choice;
            throw Error(fmt::format("{}: unknown value '{}'", name.substr(name.find("--")), given),
                        "one of " + known);
          },
          text)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast)
      ->type_name("WORD");
}

void declare_query(CLI::App& app, Options& options, Raw& raw) {
  app.add_option("QUERY", raw.operands, "words to look for; operands are joined by spaces")
      ->option_text(" ");
  app.add_option(
         "-d,--db", options.databases,
         "a database; again for more of them\n(else $KLIPING_DB, else ~/.local/share/kliping/db)")
      ->option_text("PATH")
      ->allow_extra_args(false);
  app.add_option("-e,--expression", raw.expressions, "a query that begins with -")
      ->option_text("QUERY")
      ->allow_extra_args(false);
  add_choice<Operator>(
      app, "--op", options.op,
      {{"auto", Operator::automatic}, {"and", Operator::all}, {"or", Operator::any}},
      "and, or; auto: all words, then, where fewer\nthan ten have all, half of them (auto)");
  app.add_flag("--literal", raw.literal, "no operators: every sign is only a sign");
  app.add_flag("--exact", raw.exact, "the very words, no other forms of them");
  add_text(app, "--since", raw.since, "not before this year, month or day")->type_name("DATE");
  add_text(app, "--until", raw.until, "not after this year, month or day")->type_name("DATE");
  app.add_option("--filter", raw.filters,
                 "only with this value in this field;\nagain: OR within a field, AND across fields")
      ->option_text("FIELD=VALUE")
      ->allow_extra_args(false);
}

void declare_page(CLI::App& app, Options& options, Raw& raw) {
  add_number(app, "-n,--limit", options.window.limit, "at most so many articles (10)");
  add_number(app, "--offset", options.window.offset, "pass over so many first (0)");
  app.add_flag("--all", raw.all, "every article that matches");
  add_choice<Order>(app, "--sort", options.window.order,
                    {{"relevance", Order::relevance}, {"date", Order::date}},
                    "relevance, or date (the newest first)");
  app.add_flag("-r,--reverse", raw.reverse, "turn the order round: oldest first, or best last");
}

void declare_output(CLI::App& app, Options& options, Raw& raw) {
  add_choice<Format>(app, "--format", options.format,
                     {{"text", Format::text},
                      {"json", Format::json},
                      {"jsonl", Format::jsonl},
                      {"tsv", Format::tsv},
                      {"csv", Format::csv},
                      {"trec", Format::trec}},
                     "text, json, jsonl, tsv, csv; trec with --queries");
  app.add_flag("--json", raw.json, "the same as --format=jsonl");
  add_text(app, "--fields", raw.fields, "the fields to print, with commas between")
      ->type_name("LIST");
  app.add_flag("-l,--locators", raw.locators, "only where the articles are, one a line");
  app.add_flag("-0,--null", raw.nul, "with -l: end each with a NUL");
  app.add_flag("-c,--count", raw.count, "only how many articles match");
  app.add_flag("-q,--quiet", raw.quiet, "print nothing; the exit code tells");
  app.add_flag("--summary", options.summary, "after the hits, how many match, in what time");
  add_number(app, "--snippet-length", options.snippet_length,
             "characters of a snippet, 0 for none (200)");
  add_choice<command::When>(app, "--color", options.color,
                            {{"auto", command::When::automatic},
                             {"always", command::When::always},
                             {"never", command::When::never}},
                            "auto, always, never (auto: on a terminal)");
}

void declare_tasks(CLI::App& app, Options& options, Raw& raw) {
  add_text(app, "--show", options.show_id, "print the stored article")->type_name("ID");
  app.add_flag("--explain-query", raw.explain, "print how the query is understood");
  add_text(app, "--queries", options.queries_file,
           "batch: lines of QID TAB QUERY; - is standard input")
      ->type_name("FILE");
  add_text(app, "--run-tag", options.run_tag, "last column of TREC lines (kliping)")
      ->type_name("TAG");
  add_number(app, "--retries", options.retries,
             "begin again so often when the database changes (3)");
  app.add_flag("-V,--version", raw.version, "versions of the program and its language rules");
}

std::string version_text() {
  return fmt::format("kliping-search {}\nXapian {}\nlexicon {}\nanalysis {}\n", KLIPING_VERSION,
                     Xapian::version_string(), lexicon_fingerprint(), Analyzer().fingerprint());
}

std::string joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

std::vector<std::string> split_list(const std::string& list) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    if (end > begin) parts.push_back(list.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::pair<schema::Field, std::string> understand_filter(const std::string& text) {
  const auto equals = text.find('=');
  if (equals == std::string::npos) {
    throw Error(fmt::format("--filter={}: not of the form FIELD=VALUE", text));
  }
  const std::string name = text.substr(0, equals);
  const schema::FieldInfo* const info = find_field(name);
  if (!info || !is_filter(info->field)) {
    throw Error(fmt::format("--filter={}: no field \"{}\" to filter by", text, name),
                "fields are source, section, author, url, id, date");
  }
  return {info->field, text.substr(equals + 1)};
}

DateRange understand_dates(const Raw& raw) {
  DateRange range;
  const auto period = [](const char* option, const std::string& text) {
    const auto found = parse_period(text);
    if (found) return *found;
    throw Error(fmt::format("{}={}: this is no date", option, text),
                "write 2019, 2019-04 or 2019-04-25");
  };
  if (!raw.since.empty()) range.first = period("--since", raw.since).first;
  if (!raw.until.empty()) range.last = period("--until", raw.until).last;
  if (!range.first.empty() && !range.last.empty() && range.last < range.first) {
    throw Error(fmt::format("--until={} is before --since={}", raw.until, raw.since));
  }
  return range;
}

Task task_of(const Options& options, const Raw& raw, const CLI::App& app) {
  if (app.count("--show") > 0) return Task::show;
  if (!options.queries_file.empty()) return Task::batch;
  if (raw.explain) return Task::explain;
  if (raw.quiet) return Task::quiet;
  if (raw.count) return Task::count;
  return raw.locators ? Task::locators : Task::page;
}

/// What contradicts itself is refused, not guessed at.
void check(const Options& options, const Raw& raw) {
  const bool asked =
      !options.query.empty() || !options.filters.empty() || options.dates != DateRange{};
  const bool own_query = options.task == Task::show || options.task == Task::batch;
  if (!own_query && !asked) throw Error("no query", usage_hint);
  if (own_query && !options.query.empty()) {
    throw Error(options.task == Task::show ? "--show takes no query" : "--queries takes no query");
  }
  if ((options.format == Format::trec) != (options.task == Task::batch)) {
    throw Error("--queries and --format=trec go together");
  }
  const bool text = options.format == Format::text || options.format == Format::trec;
  if (!options.fields.empty() && text) {
    throw Error("--fields needs a format with fields", "--format=jsonl, json, tsv or csv");
  }
  const bool records = options.format == Format::text || options.format == Format::json ||
                       options.format == Format::jsonl;
  if (options.summary && (!records || options.task != Task::page)) {
    throw Error("--summary goes with a page of text, json or jsonl");
  }
  if (raw.nul && !raw.locators) throw Error("-0 goes with -l");
}

Options understand(Options&& options, const Raw& raw, const CLI::App& app) {
  std::vector<std::string> query = raw.expressions;
  query.insert(query.end(), raw.operands.begin(), raw.operands.end());
  options.query = joined(query);
  if (raw.json) options.format = Format::jsonl;
  if (raw.literal) options.language = Language::literal;
  if (raw.exact) options.forms = Forms::exact;
  if (raw.reverse) options.window.direction = Direction::reversed;
  if (raw.all) options.window.limit = std::numeric_limits<std::size_t>::max();
  if (raw.nul) options.terminator = '\0';
  if (options.summary) options.window.count = Count::exact;
  for (std::string& path : options.databases) path = command::named_path(std::move(path));
  options.fields = split_list(raw.fields);
  options.dates = understand_dates(raw);
  for (const std::string& filter : raw.filters)
    options.filters.push_back(understand_filter(filter));
  options.task = task_of(options, raw, app);
  check(options, raw);
  return std::move(options);
}

/// A word that looks like options in a row may be meant as an exclusion.
Error unknown_option(const CLI::App& app, const std::string& word) {
  const std::string name = word.substr(0, word.find('='));
  if (name.size() > 2 && name[1] != '-') {
    return Error(fmt::format("unknown option {}", name),
                 "a query with -word goes after -e, as one argument, or after --");
  }
  std::vector<std::string> names;
  for (const CLI::Option* known : app.get_options()) {
    for (const auto& long_name : known->get_lnames()) names.push_back("--" + long_name);
  }
  const std::string meant = command::nearest(name, names);
  return Error(fmt::format("unknown option {}", name),
               meant.empty() ? usage_hint : fmt::format("did you mean {}?", meant));
}

/// CLI11's faults in this program's words.
Error usage_error(const CLI::App& app, const CLI::ParseError& error) {
  if (dynamic_cast<const CLI::ExtrasError*>(&error)) {
    for (const std::string& word : app.remaining()) {
      if (word.size() > 1 && word.front() == '-') return unknown_option(app, word);
    }
  }
  const std::string text = error.what();
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error)) {
    return Error(text.substr(0, text.find(':')) + ": needs a value", usage_hint);
  }
  return Error(text, usage_hint);
}

}  // namespace

std::variant<Options, std::string> parse_options(int argc, const char* const* argv) {
  CLI::App app{"Search an archive of Indonesian news articles.", "kliping-search"};
  Options options;
  Raw raw;
  app.set_help_flag("-h,--help", "this text");
  app.footer(footer);
  app.get_formatter()->column_width(26);
  declare_query(app, options, raw);
  declare_page(app, options, raw);
  declare_output(app, options, raw);
  declare_tasks(app, options, raw);
  command::refuse_empty_values({argv + 1, argv + argc});
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return app.help();
  } catch (const CLI::ParseError& error) {
    throw usage_error(app, error);
  }
  if (raw.version) return version_text();
  return understand(std::move(options), raw, app);
}

}  // namespace kliping::searcher
