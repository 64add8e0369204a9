package org.passerelle.understand.network.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.DateParser;
import org.passerelle.network.ActorKind;
import org.passerelle.network.CaseNetwork;
import org.passerelle.pages.Filled;
import org.passerelle.storage.Sha256;
import org.passerelle.understand.network.Lens;
import org.passerelle.understand.network.Look;
import org.passerelle.understand.network.Measured;

/**
 * A view encoded in the address. Invalid values are ignored: an address is not a form, and a saved
 * one may refer to elements that no longer exist. Only months are typed: what is none is an error
 * of its field.
 */
public final class ViewForm {
  private static final Pattern SELECTED = Pattern.compile("[0-9a-f-]{36}|g\\d{1,5}");
  private static final Set<String> GRADINGS = Set.of("4x4:A1", "4x4:B2", "4x4:C3");
  private static final Pattern ADDRESS = Pattern.compile("(?:[A-Za-z0-9_=&.:-]|%[0-9A-Fa-f]{2})+");

  /** Length of a view with everything hidden that can be. */
  static final int LONGEST = 4_000;

  /** Length of {@code form_sent.led_to}; a longer view is not restored after a form. */
  private static final int LONGEST_WAY = 500;

  private static final int CODE = 12;
  private static final int MONTH = "2019-04".length();
  private static final int MOST_OPEN = 50;
  private static final int MOST_TIES = 1_000;
  private final Filled sent;

  private ViewForm(Filled sent) {
    this.sent = sent;
  }

  /** Decodes a view. */
  static Look read(Filled sent, CaseNetwork network) {
    return new ViewForm(sent).look(network);
  }

  private Look look(CaseNetwork network) {
    String from = month("from", "-01");
    String to = month("to", "-12");
    boolean turned = !from.isEmpty() && !to.isEmpty() && from.compareTo(to) > 0;
    Set<String> kinds = tieKinds(network);
    Lens lens =
        new Lens(
            all("hide").stream()
                .map(ActorKind::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet()),
            all("without").stream()
                .flatMap(code -> kinds.stream().filter(kind -> code(kind).equals(code)))
                .collect(Collectors.toSet()),
            turned ? to : from,
            turned ? from : to,
            source(network),
            GRADINGS.contains(one("grading")) ? one("grading") : "",
            !one("evidence").isEmpty(),
            one("novictims").isEmpty(),
            number("least", MOST_TIES).orElse(0));
    String colour = one("colour");
    return new Look(
        lens,
        Measured.NAMES.contains(one("size")) || one("size").equals("none") ? one("size") : "degree",
        Look.COLOURS.contains(colour) || Measured.NAMES.contains(colour) ? colour : "kind",
        number("resolution", 100).filter(r -> r > 0).map(r -> r / 10.0).orElse(1.0),
        open(),
        SELECTED.matcher(one("selected")).matches() ? one("selected") : "",
        actor("way"),
        actor("end"));
  }

  /** Kinds of ties in a network, sorted by label. */
  public static Set<String> tieKinds(CaseNetwork network) {
    Set<String> kinds = new TreeSet<>();
    network.ties().forEach(tie -> kinds.add(tie.kind()));
    return kinds;
  }

  /** Sources in a network, sorted by label. */
  public static Set<String> sources(CaseNetwork network) {
    Set<String> sources = new TreeSet<>();
    network.ties().forEach(tie -> sources.add(tie.provenance()));
    sources.remove("");
    return sources;
  }

  /** Encodes a word of the team for the address: it may name somebody. */
  static String code(String word) {
    return Sha256.of(word).substring(0, CODE);
  }

  /** The query string of a view; empty for the default. */
  static String query(Look look) {
    StringJoiner query = new StringJoiner("&");
    Lens lens = look.lens();
    lens.hiddenKinds().stream().map(ActorKind::code).sorted().forEach(k -> add(query, "hide", k));
    lens.hiddenTies().stream().sorted().forEach(k -> add(query, "without", code(k)));
    add(query, "from", lens.from());
    add(query, "to", lens.to());
    add(query, "source", lens.source().isEmpty() ? "" : code(lens.source()));
    add(query, "grading", lens.grading());
    add(query, "evidence", lens.evidence() ? "1" : "");
    add(query, "novictims", lens.victims() ? "" : "1");
    add(query, "least", lens.least() == 0 ? "" : Integer.toString(lens.least()));
    add(query, "size", look.size().equals("degree") ? "" : look.size());
    add(query, "colour", look.colour().equals("kind") ? "" : look.colour());
    long tenths = Math.round(look.resolution() * 10);
    add(query, "resolution", tenths == 10 ? "" : Long.toString(tenths));
    look.open().forEach(g -> add(query, "open", g.toString()));
    add(query, "selected", look.selected());
    add(query, "way", look.from() == null ? "" : look.from().toString());
    add(query, "end", look.to() == null ? "" : look.to().toString());
    return query.toString();
  }

  /** The same with a question mark, or empty. */
  public static String address(Look look) {
    String query = query(look);
    return query.isEmpty() ? "" : "?" + query;
  }

  /** Redirect of a form: the network as it was displayed. */
  static String back(UUID network, Filled form) {
    String query = form.text("look", LONGEST);
    String at = NetworksController.HERE + "/" + network;
    String whole = at + "?" + query;
    return ADDRESS.matcher(query).matches() && whole.length() <= LONGEST_WAY ? whole : at;
  }

  /** The view carried by a form, encoded for the address. */
  static String kept(Filled form, CaseNetwork network) {
    return query(carried(form, network));
  }

  /** The view carried by a form. */
  static Look carried(Filled form, CaseNetwork network) {
    Map<String, List<String>> sent = new HashMap<>();
    for (String pair : form.text("look", LONGEST).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        sent.computeIfAbsent(pair.substring(0, equals), name -> new ArrayList<>())
            .add(URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return read(Filled.of(sent), network);
  }

  private static void add(StringJoiner query, String name, String value) {
    if (!value.isEmpty()) {
      query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  private String source(CaseNetwork network) {
    String code = one("source");
    return code.isEmpty()
        ? ""
        : sources(network).stream().filter(s -> code(s).equals(code)).findFirst().orElse("");
  }

  private List<Integer> open() {
    List<Integer> open = new ArrayList<>();
    for (String group : all("open")) {
      if (group.matches("\\d{1,5}") && open.size() < MOST_OPEN) {
        open.add(Integer.valueOf(group));
      }
    }
    return open;
  }

  private @Nullable UUID actor(String name) {
    try {
      return one(name).isEmpty() ? null : UUID.fromString(one(name));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private Optional<Integer> number(String name, int most) {
    String text = one(name);
    return text.matches("\\d{1,6}") && Integer.parseInt(text) <= most
        ? Optional.of(Integer.valueOf(text))
        : Optional.empty();
  }

  /**
   * A month as people write it; of a day its month.
   *
   * @param ofYear the month that a year alone stands for
   */
  private String month(String name, String ofYear) {
    String typed = one(name).strip();
    if (typed.isEmpty()) {
      return "";
    }
    try {
      return (DateParser.known(typed) + ofYear).substring(0, MONTH);
    } catch (DateTimeException e) {
      sent.errors().add(name, "network.period." + name + ".error");
      return "";
    }
  }

  private String one(String name) {
    return sent.shown(name);
  }

  private List<String> all(String name) {
    return sent.shownAll(name);
  }
}
