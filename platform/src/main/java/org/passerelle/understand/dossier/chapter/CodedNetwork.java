package org.passerelle.understand.dossier.chapter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Actor;
import org.passerelle.network.ActorKind;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Tie;

/**
 * A network without any words of the team: actors, families, places, sources and everything that is
 * not one of the built-in codes are numbered in a random order, which reveals nothing. All chapters
 * are computed from it. Other attributes are dropped.
 *
 * @param network network with codes as identifiers and labels
 * @param legend meaning of the codes
 */
public record CodedNetwork(CaseNetwork network, Legend legend) {
  private static final Set<String> COUNTRIES = Set.copyOf(List.of(Locale.getISOCountries()));

  /** Numbers all elements. */
  public static CodedNetwork of(CaseNetwork network, long seed) {
    return new Coding(network, seed).run();
  }

  /** A country code, or empty: ISO 3166-1 alpha-2 and XK. */
  public static String country(String value) {
    String code = value.strip().toUpperCase(Locale.ROOT);
    return code.equals("XK") || COUNTRIES.contains(code) ? code : "";
  }

  private static final class Coding {
    private final CaseNetwork network;
    private final SplittableRandom random;
    private final Map<String, String> words = new HashMap<>();
    private final Map<String, String> actors = new HashMap<>();
    private final Map<String, Map<String, String>> numbered = new HashMap<>();

    Coding(CaseNetwork network, long seed) {
      this.network = network;
      this.random = new SplittableRandom(seed);
    }

    CodedNetwork run() {
      numberActors();
      Map<String, String> families = familiesByTie();
      List<Actor> people = network.actors().stream().filter(Measured::measured).toList();
      number("F", people.stream().map(a -> family(a, families)).toList());
      number("P", people.stream().map(a -> a.value("place")).toList());
      number("B", people.stream().map(a -> a.value("birthplace")).toList());
      number(
          "R",
          people.stream()
              .map(a -> a.value("role"))
              .filter(role -> Vocabulary.role(role).isEmpty())
              .toList());
      number(
          "K",
          network.ties().stream()
              .map(Tie::kind)
              .filter(kind -> Vocabulary.kind(kind).isEmpty())
              .toList());
      number("S", network.ties().stream().map(Tie::provenance).toList());
      List<Actor> coded = network.actors().stream().map(a -> actor(a, families)).toList();
      List<Tie> ties = new ArrayList<>();
      for (Tie tie : network.ties()) {
        ties.add(tie(tie, ties.size() + 1));
      }
      return new CodedNetwork(new CaseNetwork(coded, ties), new Legend(words));
    }

    private void numberActors() {
      for (boolean victims : new boolean[] {false, true}) {
        List<Actor> some =
            shuffled(network.actors().stream().filter(a -> a.victim() == victims).toList());
        for (int i = 0; i < some.size(); i++) {
          String code = (victims ? "V-" : "A-") + (i + 1);
          actors.put(some.get(i).id(), code);
          if (!victims) {
            words.put(code, some.get(i).label());
          }
        }
      }
    }

    /** An actor tied to exactly one family actor belongs to that family. */
    private Map<String, String> familiesByTie() {
      Map<String, Actor> byId = new HashMap<>();
      network.actors().forEach(actor -> byId.put(actor.id(), actor));
      Map<String, Set<String>> found = new HashMap<>();
      for (Tie tie : network.ties()) {
        note(found, byId.get(tie.source()), byId.get(tie.target()));
        note(found, byId.get(tie.target()), byId.get(tie.source()));
      }
      Map<String, String> single = new HashMap<>();
      found.forEach(
          (id, families) -> {
            if (families.size() == 1) {
              single.put(id, families.iterator().next());
            }
          });
      return single;
    }

    private static void note(
        Map<String, Set<String>> found, @Nullable Actor person, @Nullable Actor family) {
      if (person != null
          && family != null
          && family.kind() == ActorKind.FAMILY
          && person.kind() != ActorKind.FAMILY) {
        found.computeIfAbsent(person.id(), id -> new TreeSet<>()).add(family.label());
      }
    }

    private String family(Actor actor, Map<String, String> byTie) {
      String said = actor.value("family").isBlank() ? actor.value("clan") : actor.value("family");
      return said.isBlank() ? byTie.getOrDefault(actor.id(), "") : said;
    }

    private void number(String letter, List<String> values) {
      Map<String, String> codes = new HashMap<>();
      Set<String> distinct = new TreeSet<>();
      values.stream().map(String::strip).filter(v -> !v.isEmpty()).forEach(distinct::add);
      for (String value : shuffled(List.copyOf(distinct))) {
        String code = letter + "-" + (codes.size() + 1);
        codes.put(value, code);
        words.put(code, value);
      }
      numbered.put(letter, codes);
    }

    private String code(String letter, String value) {
      return numbered.getOrDefault(letter, Map.of()).getOrDefault(value.strip(), "");
    }

    private <T> List<T> shuffled(List<T> things) {
      List<T> order = new ArrayList<>(things);
      for (int i = order.size() - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        T one = order.get(i);
        order.set(i, order.get(j));
        order.set(j, one);
      }
      return order;
    }

    private Actor actor(Actor actor, Map<String, String> families) {
      String id = actors.getOrDefault(actor.id(), "");
      Map<String, List<String>> known = new LinkedHashMap<>();
      put(known, "country", country(actor.value("country")));
      // for a victim, and for objects and addresses around one, nothing more precise than the
      // country
      if (Measured.measured(actor)) {
        String role = Vocabulary.role(actor.value("role"));
        put(known, "role", role.isEmpty() ? code("R", actor.value("role")) : role);
        put(known, "family", code("F", family(actor, families)));
        put(known, "place", code("P", actor.value("place")));
        put(known, "birthplace", code("B", actor.value("birthplace")));
      }
      return new Actor(id, actor.kind(), id, actor.victim(), known);
    }

    private Tie tie(Tie tie, int number) {
      Map<String, List<String>> known = new LinkedHashMap<>();
      String currency = tie.attributes().getOrDefault("currency", List.of("")).get(0).strip();
      put(known, "currency", currency.matches("[A-Z]{3}") ? currency : "");
      put(
          known,
          "means",
          Vocabulary.means(
              tie.attributes().getOrDefault("means", List.of("")).get(0) + " " + tie.kind()));
      String kind = Vocabulary.kind(tie.kind());
      return new Tie(
          "T-" + number,
          actors.getOrDefault(tie.source(), ""),
          actors.getOrDefault(tie.target(), ""),
          kind.isEmpty() ? code("K", tie.kind()) : kind,
          tie.weight(),
          tie.directed(),
          tie.period(),
          code("S", tie.provenance()),
          tie.grading(),
          tie.inEvidence(),
          known);
    }

    private static void put(Map<String, List<String>> known, String name, String value) {
      if (!value.isEmpty()) {
        known.put(name, List.of(value));
      }
    }
  }
}
