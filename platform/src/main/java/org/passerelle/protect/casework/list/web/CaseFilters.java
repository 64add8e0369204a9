package org.passerelle.protect.casework.list.web;

import com.ibm.icu.text.Collator;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.accounts.Users;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.language.Language;
import org.passerelle.pages.Act;
import org.passerelle.pages.Option;
import org.passerelle.protect.casework.list.CaseFilter;
import org.springframework.stereotype.Component;

/** Converts between filters and URLs, which contain only codes, dates and identifiers. */
@Component
public class CaseFilters {
  /** Columns that a list can show besides the code, in order. */
  static final List<String> COLUMNS =
      List.of(
          "person", "state", "form", "country", "due", "lead", "changed", "opened", "contact",
          "asylum");

  static final List<String> USUAL =
      List.of("person", "state", "form", "country", "due", "lead", "changed");
  static final Set<String> SORTS =
      Set.of("changed", "due", "opened", "code", "state", "form", "country", "lead");
  private static final Set<String> DUES = Set.of("late", "week", "none");
  private final CodeOptions options;
  private final Users users;

  CaseFilters(CodeOptions options, Users users) {
    this.options = options;
    this.users = users;
  }

  /** Reads a filter from a URL or form; unknown parameters are ignored. */
  public CaseFilter read(Map<String, List<String>> sent, Act act) {
    String state = first(sent, "state");
    String form = first(sent, "form");
    String sort = first(sent, "sort");
    String sorted = SORTS.contains(sort) ? sort : "changed";
    // older links use due=yes for this week
    String due = first(sent, "due").equals("yes") ? "week" : first(sent, "due");
    return new CaseFilter(
        !first(sent, "mine").isEmpty(),
        state.equals("open") ? state : known("case_states", state),
        form.equals("none") ? form : known("forms_of_exploitation", form),
        known("countries", first(sent, "country")),
        !first(sent, "minor").isEmpty(),
        !first(sent, "np").isEmpty(),
        DUES.contains(due) ? due : "",
        id(first(sent, "lead")),
        day(first(sent, "from")),
        day(first(sent, "until")),
        sorted,
        !first(sent, "turned").isEmpty(),
        ranks(sorted, act));
  }

  /** The requested columns in the list's order; the default ones if none is requested. */
  List<String> columns(Map<String, List<String>> sent) {
    List<String> asked = sent.getOrDefault("col", List.of());
    List<String> known = COLUMNS.stream().filter(asked::contains).toList();
    return known.isEmpty() ? USUAL : known;
  }

  /** The filter without its order, as a query string. */
  public String query(CaseFilter filter) {
    return parts(filter).entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining("&"));
  }

  /** The filter's parts, for hidden fields. */
  public Map<String, String> parts(CaseFilter filter) {
    Map<String, String> parts = new LinkedHashMap<>();
    put(parts, "state", filter.state());
    put(parts, "form", filter.form());
    put(parts, "country", filter.country());
    put(parts, "mine", filter.mine() ? "yes" : "");
    put(parts, "minor", filter.minor() ? "yes" : "");
    put(parts, "np", filter.nonPunishment() ? "yes" : "");
    put(parts, "due", filter.due());
    put(parts, "lead", filter.lead() == null ? "" : filter.lead().toString());
    put(parts, "from", filter.openedFrom() == null ? "" : filter.openedFrom().toString());
    put(parts, "until", filter.openedUntil() == null ? "" : filter.openedUntil().toString());
    return parts;
  }

  /** Filter, order and columns, as a query string. */
  String whole(CaseFilter filter, List<String> columns) {
    List<String> all = new ArrayList<>();
    if (!query(filter).isEmpty()) {
      all.add(query(filter));
    }
    if (!filter.sort().equals("changed")) {
      all.add("sort=" + filter.sort());
    }
    if (filter.turned()) {
      all.add("turned=yes");
    }
    if (!columns.equals(USUAL)) {
      columns.forEach(column -> all.add("col=" + column));
    }
    return String.join("&", all);
  }

  private static void put(Map<String, String> parts, String name, String value) {
    if (!value.isEmpty()) {
      parts.put(name, value);
    }
  }

  private List<String> ranks(String sort, Act act) {
    Language language = act.language();
    return switch (sort) {
      case "state" -> options.ordered("case_states", language).stream().map(Option::value).toList();
      case "form" ->
          options.sorted("forms_of_exploitation", language).stream().map(Option::value).toList();
      case "country" -> options.sorted("countries", language).stream().map(Option::value).toList();
      case "lead" -> leads(act);
      default -> List.of();
    };
  }

  /** Possible leads by name, including former colleagues. */
  private List<String> leads(Act act) {
    Collator names = Collator.getInstance(act.language().locale());
    return users.in(act.who().organisation()).stream()
        .sorted((a, b) -> names.compare(a.name(), b.name()))
        .map(user -> user.id().toString())
        .toList();
  }

  private String known(String list, String code) {
    return options.codes(list).contains(code) ? code : "";
  }

  private static String first(Map<String, List<String>> sent, String name) {
    List<String> values = sent.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.get(0);
  }

  private static @Nullable UUID id(String text) {
    try {
      return text.isEmpty() ? null : UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? LocalDate.parse(text) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
