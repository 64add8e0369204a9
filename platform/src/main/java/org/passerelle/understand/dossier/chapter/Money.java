package org.passerelle.understand.dossier.chapter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Actor;
import org.passerelle.network.ActorKind;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Tie;

/**
 * Chapter 8: money between roles. Currencies are never added up; an amount without currency counts
 * as unknown.
 *
 * @param ties number of money ties
 * @param unknown those without a known amount
 * @param currencies by currency, the one with the most payments first
 */
public record Money(int ties, int unknown, List<Currency> currencies) {
  public Money {
    currencies = List.copyOf(currencies);
  }

  /**
   * Payments in one currency.
   *
   * @param code ISO 4217
   * @param sum sum of all payments; money passed on is counted each time
   */
  public record Currency(String code, int payments, double sum, List<Flow> flows) {
    public Currency {
      flows = List.copyOf(flows);
    }
  }

  /**
   * A flow between two roles.
   *
   * @param from a role, {@code victim}, {@code bank-account} or another kind of object; {@code
   *     none} for an actor without role
   * @param payers number of different payers
   * @param receivers number of different receivers
   */
  public record Flow(String from, String to, double sum, int payments, int payers, int receivers) {}

  static Money of(CaseNetwork network) {
    Map<String, Actor> byId =
        network.actors().stream().collect(Collectors.toMap(Actor::id, a -> a));
    List<Tie> ties = network.ties().stream().filter(t -> t.kind().equals("money")).toList();
    Map<String, List<Tie>> byCurrency = new TreeMap<>();
    int unknown = 0;
    for (Tie tie : ties) {
      String currency = tie.attributes().getOrDefault("currency", List.of("")).get(0);
      if (currency.isEmpty() || !(tie.weight() > 0)) {
        unknown++;
      } else {
        byCurrency.computeIfAbsent(currency, c -> new ArrayList<>()).add(tie);
      }
    }
    List<Currency> currencies =
        byCurrency.entrySet().stream()
            .map(entry -> currency(entry.getKey(), entry.getValue(), byId))
            .sorted(
                Comparator.comparingInt((Currency c) -> -c.payments).thenComparing(Currency::code))
            .toList();
    return new Money(ties.size(), unknown, currencies);
  }

  private static Currency currency(String code, List<Tie> ties, Map<String, Actor> byId) {
    Map<List<String>, List<Tie>> between = new LinkedHashMap<>();
    for (Tie tie : ties) {
      between
          .computeIfAbsent(
              List.of(station(byId.get(tie.source())), station(byId.get(tie.target()))),
              key -> new ArrayList<>())
          .add(tie);
    }
    List<Flow> flows =
        between.entrySet().stream()
            .map(
                entry ->
                    new Flow(
                        entry.getKey().get(0),
                        entry.getKey().get(1),
                        entry.getValue().stream().mapToDouble(Tie::weight).sum(),
                        entry.getValue().size(),
                        (int) entry.getValue().stream().map(Tie::source).distinct().count(),
                        (int) entry.getValue().stream().map(Tie::target).distinct().count()))
            .sorted(Comparator.comparingDouble(flow -> -flow.sum))
            .toList();
    return new Currency(code, ties.size(), ties.stream().mapToDouble(Tie::weight).sum(), flows);
  }

  private static String station(@Nullable Actor actor) {
    if (actor == null) {
      return "none";
    }
    if (actor.victim()) {
      return "victim";
    }
    if (!actor.value("role").isEmpty()) {
      return actor.value("role");
    }
    boolean person = actor.kind() == ActorKind.PERSON || actor.kind() == ActorKind.OTHER;
    return person ? "none" : actor.kind().code();
  }
}
