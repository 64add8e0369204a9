package org.passerelle.understand.dossier.edition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.network.Actor;
import org.passerelle.network.ActorKind;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Period;
import org.passerelle.network.Tie;
import org.passerelle.network.exchange.FollowTheMoney;
import org.passerelle.understand.dossier.chapter.Legend;

/** A dossier's network in FollowTheMoney format, one entity per line. */
public final class Exchange {
  private static final int YEAR = 4;

  private Exchange() {}

  /** Renumbered, without victims, words, attributes and amounts; years instead of days. */
  public static String anonymised(CaseNetwork coded) {
    CaseNetwork without = coded.withoutVictims();
    return written(
        new CaseNetwork(
            without.actors().stream()
                .map(a -> new Actor(a.id(), a.kind(), a.id(), false, Map.of()))
                .toList(),
            without.ties().stream().map(Exchange::bare).toList()));
  }

  private static Tie bare(Tie tie) {
    return new Tie(
        tie.id(),
        tie.source(),
        tie.target(),
        tie.kind(),
        1,
        tie.directed(),
        new Period(year(tie.period().from()), year(tie.period().to())),
        "",
        null,
        tie.inEvidence(),
        Map.of());
  }

  private static String year(String date) {
    return date.length() > YEAR ? date.substring(0, YEAR) : date;
  }

  /**
   * With the team's words; addresses connected with a victim are always left out.
   *
   * @param victims whether victims are included, as V-1
   */
  public static String magistrate(CaseNetwork coded, Legend legend, boolean victims) {
    Set<String> around = aroundVictims(coded);
    CaseNetwork kept =
        (victims ? coded : coded.withoutVictims())
            .withActors(a -> a.kind() != ActorKind.ADDRESS || !around.contains(a.id()));
    return written(
        new CaseNetwork(
            kept.actors().stream().map(a -> named(a, legend)).toList(),
            kept.ties().stream().map(t -> named(t, legend)).toList()));
  }

  private static Set<String> aroundVictims(CaseNetwork network) {
    Set<String> victims = new HashSet<>();
    network.actors().stream().filter(Actor::victim).forEach(a -> victims.add(a.id()));
    Set<String> around = new HashSet<>();
    for (Tie tie : network.ties()) {
      if (victims.contains(tie.source())) {
        around.add(tie.target());
      }
      if (victims.contains(tie.target())) {
        around.add(tie.source());
      }
    }
    return around;
  }

  private static Actor named(Actor actor, Legend legend) {
    Map<String, List<String>> known = new LinkedHashMap<>();
    actor
        .attributes()
        .forEach((name, values) -> known.put(name, values.stream().map(legend::word).toList()));
    return new Actor(actor.id(), actor.kind(), legend.word(actor.id()), actor.victim(), known);
  }

  private static Tie named(Tie tie, Legend legend) {
    return new Tie(
        tie.id(),
        tie.source(),
        tie.target(),
        legend.word(tie.kind()),
        tie.weight(),
        tie.directed(),
        tie.period(),
        legend.word(tie.provenance()),
        tie.grading(),
        tie.inEvidence(),
        tie.attributes());
  }

  private static String written(CaseNetwork network) {
    StringBuilder out = new StringBuilder();
    try {
      FollowTheMoney.write(network, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
