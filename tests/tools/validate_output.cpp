// SPDX-License-Identifier: GPL-3.0-or-later
// validate_output SCHEMA < LINES: every line that is a JSON object must be as the schema has it.
// Knows the words of JSON Schema that docs/search-output.schema.json uses, and refuses others.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

namespace {

using Json = nlohmann::json;

bool is_of_type(const Json& value, const std::string& type) {
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  return value.type_name() == type;
}

class Validator {
 public:
  explicit Validator(const Json& root) : root_(root) {}

  /// What is wrong with the value, "" for nothing.
  std::string fault(const Json& value, const Json& schema) const {
    for (const auto& [word, rule] : schema.items()) {
      const std::string found = broken(word, rule, value, schema);
      if (!found.empty()) return found;
    }
    return {};
  }

 private:
  std::string broken(const std::string& word, const Json& rule, const Json& value,
                     const Json& schema) const {
    if (word == "$ref")
      return fault(value, root_.at(Json::json_pointer(rule.get<std::string>().substr(1))));
    if (word == "const") return value == rule ? "" : value.dump() + " is not " + rule.dump();
    if (word == "enum")
      return any(
          rule, [&](const Json& one) { return one == value; }, word, value);
    if (word == "type" && rule.is_array()) {
      return any(
          rule, [&](const Json& one) { return is_of_type(value, one); }, word, value);
    }
    if (word == "type")
      return is_of_type(value, rule) ? "" : value.dump() + " is no " + rule.dump();
    if (word == "oneOf") return one_of(rule, value);
    if (word == "minimum")
      return !value.is_number() || value >= rule ? "" : value.dump() + " is too small";
    if (word == "minItems") return value.size() >= rule ? "" : value.dump() + " is too short";
    if (word == "maxItems") return value.size() <= rule ? "" : value.dump() + " is too long";
    if (word == "items") return each(rule, value);
    if (word == "required") {
      return all(
          rule, [&](const Json& name) { return value.contains(name); }, word, value);
    }
    if (word == "properties") return properties(rule, value);
    if (word == "additionalProperties") return no_others(schema.at("properties"), value);
    const bool prose =
        word == "description" || word == "title" || word == "$schema" || word == "$defs";
    return prose ? "" : "the schema has the unknown word " + word;
  }

  template <typename Test>
  static std::string any(const Json& list, Test test, const std::string& word, const Json& value) {
    return std::any_of(list.begin(), list.end(), test) ? "" : value.dump() + " breaks " + word;
  }
  template <typename Test>
  static std::string all(const Json& list, Test test, const std::string& word, const Json& value) {
    return std::all_of(list.begin(), list.end(), test) ? "" : value.dump() + " breaks " + word;
  }

  std::string one_of(const Json& schemas, const Json& value) const {
    std::string faults;
    int fitting = 0;
    for (const Json& schema : schemas) {
      const std::string found = fault(value, schema);
      fitting += found.empty() ? 1 : 0;
      faults += found + '\n';
    }
    return fitting == 1 ? "" : "fits " + std::to_string(fitting) + " schemas:\n" + faults;
  }

  std::string each(const Json& schema, const Json& values) const {
    for (const Json& value : values) {
      if (const std::string found = fault(value, schema); !found.empty()) return found;
    }
    return {};
  }

  std::string properties(const Json& schemas, const Json& value) const {
    for (const auto& [name, schema] : schemas.items()) {
      if (!value.contains(name)) continue;
      const std::string found = fault(value.at(name), schema);
      if (!found.empty()) return name + ": " + found;
    }
    return {};
  }

  static std::string no_others(const Json& known, const Json& value) {
    for (const auto& [name, member] : value.items()) {
      if (!known.contains(name)) return "the field " + name + " is unknown";
    }
    return {};
  }

  const Json& root_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::ifstream file(argv[1]);
  const Json schema = Json::parse(file);
  const Validator validator(schema);
  int status = 0;
  for (std::string line; std::getline(std::cin, line);) {
    if (line.ends_with(',')) line.pop_back();
    if (!line.starts_with("{\"type\":")) continue;
    const Json value = Json::parse(line, nullptr, false);
    const std::string fault = value.is_discarded() ? "no JSON" : validator.fault(value, schema);
    if (fault.empty()) continue;
    std::cerr << line << '\n' << fault << '\n';
    status = 1;
  }
  return status;
}
