package org.passerelle.steer.iati;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.passerelle.steer.iati.StandardCheck.Problem;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The standard's ruleset, which covers what the schema cannot express. A rule of an unknown kind is
 * reported as a problem, not taken as satisfied.
 */
final class RulesetCheck {
  private static final Pattern ROOT = Pattern.compile("//.*|/iati-activities/.*");
  private final JsonNode ruleset;
  private final Set<String> agencies;
  private final LocalDate today;

  private RulesetCheck(JsonNode ruleset, Set<String> agencies, LocalDate today) {
    this.ruleset = ruleset;
    this.agencies = agencies;
    this.today = today;
  }

  static RulesetCheck in(Path folder, Clock clock) throws IOException {
    JsonNode ruleset =
        JsonMapper.builder()
            .build()
            .readTree(Files.readString(folder.resolve("rulesets/standard.json")));
    Path agencies = folder.resolve("codelists/OrganisationRegistrationAgency.xml");
    return new RulesetCheck(
        ruleset,
        Files.exists(agencies) ? CodeListCheck.codes(agencies) : Set.of(),
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  /** Violations in a document with one activity. */
  List<Problem> check(Document document, String identifier, Xpaths xpaths) {
    List<Problem> problems = new ArrayList<>();
    for (String context : ruleset.propertyNames()) {
      for (String path : context.split(" \\| ", -1)) {
        if (!ROOT.matcher(path).matches()) {
          continue;
        }
        for (Node node : xpaths.nodes(path, document)) {
          rules(ruleset.get(context), node, xpaths, identifier, "", problems);
        }
      }
    }
    return problems;
  }

  private void rules(
      JsonNode rules,
      Node node,
      Xpaths xpaths,
      String identifier,
      String each,
      List<Problem> problems) {
    for (String kind : rules.propertyNames()) {
      for (JsonNode rule : rules.get(kind).get("cases")) {
        Case one = new Case(kind, rule, node, xpaths, each);
        if (kind.equals("loop")) {
          for (String value : new HashSet<>(one.texts("foreach"))) {
            rules(rule.get("do"), node, xpaths, identifier, value, problems);
          }
        } else if (!one.holds()) {
          problems.add(problem(rule.path("ruleInfo"), kind, identifier));
        }
      }
    }
  }

  private static Problem problem(JsonNode about, String kind, String identifier) {
    return new Problem(
        !about.path("severity").asString("error").equals("warning"),
        identifier,
        about.path("id").asString(kind),
        about.path("message").asString("A rule of kind %s is not known here.".formatted(kind)));
  }

  /** A rule at a node. */
  private final class Case {
    private final String kind;
    private final JsonNode rule;
    private final Node node;
    private final Xpaths xpaths;
    private final String each;

    Case(String kind, JsonNode rule, Node node, Xpaths xpaths, String each) {
      this.kind = kind;
      this.rule = rule;
      this.node = node;
      this.xpaths = xpaths;
      this.each = each;
    }

    boolean holds() {
      if (rule.has("condition") && !xpaths.holds(expression("condition"), node)) {
        return true;
      }
      return switch (kind) {
        case "atleast_one" -> count() >= 1;
        case "no_more_than_one" -> count() <= 1;
        case "unique" -> new HashSet<>(values()).size() == values().size();
        case "no_spaces" -> values().stream().allMatch(v -> v.equals(v.strip()));
        case "regex_matches" -> {
          Pattern regex = Pattern.compile(rule.get("regex").asString());
          yield values().stream().allMatch(v -> regex.matcher(v).find());
        }
        case "startswith" -> startsWith();
        case "one_or_all" -> oneOrAll();
        case "if_then" ->
            !xpaths.holds(expression("if"), node) || xpaths.holds(expression("then"), node);
        case "range" -> values().stream().map(BigDecimal::new).allMatch(this::inRange);
        case "sum", "strict_sum" -> sums();
        case "date_now" -> days("date").stream().noneMatch(d -> d.isAfter(today));
        case "date_order" ->
            days("less").stream().allMatch(less -> days("more").stream().noneMatch(less::isAfter));
        case "time_limit" ->
            days("start").stream()
                .allMatch(
                    start ->
                        days("end").stream().noneMatch(end -> end.isAfter(start.plusYears(1))));
        case "between_dates" ->
            days("date").stream()
                .allMatch(
                    d ->
                        days("start").stream().noneMatch(d::isBefore)
                            && days("end").stream().noneMatch(d::isAfter));
        default -> false;
      };
    }

    private String expression(String field) {
      return rule.get(field).asString().replace("$1", each);
    }

    List<String> texts(String field) {
      return xpaths.texts(expression(field), node);
    }

    private long count() {
      long count = 0;
      for (JsonNode path : rule.get("paths")) {
        count += xpaths.nodes(path.asString().replace("$1", each), node).size();
      }
      return count;
    }

    private List<String> values() {
      List<String> values = new ArrayList<>();
      for (JsonNode path : rule.get("paths")) {
        values.addAll(xpaths.texts(path.asString().replace("$1", each), node));
      }
      return values;
    }

    private List<LocalDate> days(String field) {
      if (rule.get(field).asString().equals("NOW")) {
        return List.of(today);
      }
      return texts(field).stream()
          .filter(text -> text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}.*"))
          .map(text -> LocalDate.parse(text.substring(0, 10)))
          .toList();
    }

    private boolean startsWith() {
      String separator = rule.path("separator").asString("");
      List<String> prefixes = new ArrayList<>();
      for (JsonNode prefix : rule.get("prefix")) {
        if (prefix.asString().equals("ORG-ID-PREFIX")) {
          agencies.forEach(agency -> prefixes.add(agency + "-"));
        } else {
          xpaths.texts(prefix.asString(), node).forEach(text -> prefixes.add(text + separator));
        }
      }
      return prefixes.isEmpty()
          || values().stream().allMatch(v -> prefixes.stream().anyMatch(v::startsWith));
    }

    /** Satisfied once for the whole activity, or at every place that needs it. */
    private boolean oneOrAll() {
      if (!xpaths.nodes(rule.get("one").asString(), node).isEmpty()) {
        return true;
      }
      return switch (rule.get("all").asString()) {
        case "lang" -> xpaths.nodes(".//narrative[not(@xml:lang)]", node).isEmpty();
        case "currency" -> xpaths.nodes(".//value[not(@currency)]", node).isEmpty();
        case "sector" -> xpaths.nodes("transaction[not(sector)]", node).isEmpty();
        default -> false;
      };
    }

    private boolean inRange(BigDecimal value) {
      return value.compareTo(rule.get("min").decimalValue()) >= 0
          && value.compareTo(rule.get("max").decimalValue()) <= 0;
    }

    private boolean sums() {
      List<String> values = values();
      BigDecimal sum =
          values.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
      return values.isEmpty() || sum.compareTo(rule.get("sum").decimalValue()) == 0;
    }
  }
}
