package org.passerelle.understand.dossier.chapter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Actor;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Progress;
import org.passerelle.network.measure.CorePeriphery;
import org.passerelle.network.measure.Mixing;

/**
 * Chapter 3: whether ties follow families, countries, birthplaces, places or tasks, or whether a
 * core and a periphery describe the network better. The cohesion of a clan is tested, never assumed
 * (Campana 2016), and on ties other than kinship, because relatives are tied by definition.
 *
 * @param ties tested ties, without kinship
 * @param core fit of a core with a periphery
 */
public record SocialStructure(int ties, List<Division> divisions, @Nullable Core core) {
  /** Attributes that may divide the network, in display order. */
  public static final List<String> ATTRIBUTES =
      List.of("family", "country", "birthplace", "place", "role");

  /** Significance level of the tests. */
  public static final double LEVEL = 0.05;

  private static final int PERMUTATIONS = 4_999;

  public SocialStructure {
    divisions = List.copyOf(divisions);
  }

  /**
   * Whether ties follow an attribute.
   *
   * @param known number of actors for which it is known
   * @param people number of all actors
   * @param mixing null if it cannot be tested: too few, or all equal
   * @param p p-value of the index, corrected for multiple tests (Holm 1979)
   */
  public record Division(
      String attribute, int known, int people, int groups, @Nullable Mixing mixing, double p) {

    /** {@code untested}, {@code within}, {@code across} or {@code nothing}. */
    public String reading() {
      Mixing tested = mixing;
      if (tested == null) {
        return "untested";
      }
      if (!(p < LEVEL)) {
        return "nothing";
      }
      return tested.eiIndex() < tested.eiExpected() ? "within" : "across";
    }
  }

  /**
   * A core with a periphery.
   *
   * @param fit from -1 to 1; NaN if undefined
   */
  public record Core(int size, long errors, double fit) {
    private static final double GOOD = 0.5;
    private static final double WEAK = 0.3;

    /** {@code good}, {@code partly} or {@code poor}. */
    public String reading() {
      return fit >= GOOD ? "good" : fit >= WEAK ? "partly" : "poor";
    }
  }

  static SocialStructure of(CaseNetwork network, long seed, Progress progress) {
    Measured working = Measured.of(network, tie -> !tie.kind().equals(Vocabulary.KINSHIP));
    List<Division> divisions = new ArrayList<>();
    for (String attribute : ATTRIBUTES) {
      divisions.add(division(attribute, working, seed, progress));
    }
    CorePeriphery fitted = working.enough() ? CorePeriphery.of(working.graph()) : null;
    return new SocialStructure(
        working.graph().ties(),
        corrected(divisions),
        fitted == null ? null : new Core(fitted.size(), fitted.errors(), fitted.fit()));
  }

  private static Division division(String attribute, Measured all, long seed, Progress progress) {
    Measured known = all.only(actor -> !actor.value(attribute).isEmpty());
    Map<String, Integer> numbers = new HashMap<>();
    int[] group = new int[known.people().size()];
    for (int v = 0; v < group.length; v++) {
      Actor actor = known.people().get(v);
      group[v] = numbers.computeIfAbsent(actor.value(attribute), value -> numbers.size());
    }
    boolean testable =
        known.enough() && numbers.size() > 1 && numbers.size() < known.people().size();
    Mixing mixing = testable ? Mixing.of(known.graph(), group, PERMUTATIONS, seed, progress) : null;
    return new Division(
        attribute,
        known.people().size(),
        all.people().size(),
        numbers.size(),
        mixing,
        mixing == null ? Double.NaN : mixing.eiP());
  }

  /** Holm's step-down correction over the tests. */
  private static List<Division> corrected(List<Division> divisions) {
    List<Division> tested =
        divisions.stream()
            .filter(d -> d.mixing() != null)
            .sorted(Comparator.comparingDouble(Division::p))
            .toList();
    Map<String, Double> corrected = new HashMap<>();
    double before = 0;
    for (int i = 0; i < tested.size(); i++) {
      before = Math.max(before, Math.min(1, (tested.size() - i) * tested.get(i).p()));
      corrected.put(tested.get(i).attribute(), before);
    }
    return divisions.stream()
        .map(
            d ->
                new Division(
                    d.attribute(),
                    d.known(),
                    d.people(),
                    d.groups(),
                    d.mixing(),
                    corrected.getOrDefault(d.attribute(), Double.NaN)))
        .toList();
  }

  /** A division by attribute. */
  public Division division(String attribute) {
    return divisions.stream()
        .filter(d -> d.attribute().equals(attribute))
        .findFirst()
        .orElseThrow();
  }
}
