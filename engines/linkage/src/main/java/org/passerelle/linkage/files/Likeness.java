package org.passerelle.linkage.files;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.passerelle.linkage.names.RegionalNames;

/**
 * Judges whether two files are of one person by the model of Fellegi and Sunter (1969), with levels
 * of agreement and the frequency of names in the organisation's own files. Missing data have no
 * weight. A pure function; thread-safe.
 */
public final class Likeness {

  /** Log-odds from which two names count as sounding alike, not only similar. */
  private static final double ALIKE = 1.5;

  /** Evidence in nats from which two words count as the same. */
  private static final double ONE_WORD = 1.5;

  private static final int SHORTEST_WORD = 3;

  /** Lower limit of a word's frequency: names are given after places, saints and grandparents. */
  private static final double RAREST = Math.pow(2, -17);

  /** One person in this many has a second file. */
  private static final double WITH_A_SECOND_FILE = 0.1;

  /**
   * Weight in bits of one person against a parent and a child of one name whose years of birth are
   * a generation apart: second files are ten times as frequent as such families, and one date in
   * two thousand is that wrong.
   */
  private static final double ONE_RATHER_THAN_HEIRS = Math.log(10 / 2_000.0) / Math.log(2);

  private final LikenessWeights weights = LikenessWeights.load();

  /**
   * Judges two files.
   *
   * @param share frequency of a word among the names of the organisation's persons, above 0 up to 1
   * @param persons number of persons known to the organisation, at least 1
   */
  public Judgement judge(
      FileTraits one, FileTraits other, ToDoubleFunction<String> share, int persons) {
    List<Agreement> agreements = new ArrayList<>();
    add(agreements, names(one.names(), other.names(), share));
    if (one.birth() != null && other.birth() != null) {
      agreements.add(BirthLikeness.of(one.birth(), other.birth(), weights));
    }
    add(agreements, sets("gender", known(one.gender()), known(other.gender())));
    add(agreements, sets("nationality", one.nationalities(), other.nationalities()));
    add(agreements, sets("phone", one.phones(), other.phones()));
    add(agreements, sets("paper", one.papers(), other.papers()));
    add(agreements, sets("place", one.places(), other.places()));
    double start = Math.log(WITH_A_SECOND_FILE / Math.max(1, persons)) / Math.log(2);
    return orParentAndChild(new Judgement(start, agreements));
  }

  /**
   * Where years of birth are a generation apart, the files may also be of a parent and a child of
   * one name, who share telephone and place, and whatever else is as one person's: only their
   * papers are as those of strangers. The weight of the dates is what that leaves to one person.
   */
  private static Judgement orParentAndChild(Judgement judged) {
    List<Agreement> agreements = new ArrayList<>(judged.agreements());
    for (int i = 0; i < agreements.size(); i++) {
      Agreement birth = agreements.get(i);
      if (birth.level().equals(BirthLikeness.GENERATION)) {
        double papers =
            agreements.stream()
                .filter(a -> a.attribute().equals("paper"))
                .mapToDouble(Agreement::bits)
                .sum();
        double stranger = judged.bits();
        double heir = ONE_RATHER_THAN_HEIRS + papers;
        double either = -Math.log(Math.pow(2, -stranger) + Math.pow(2, -heir)) / Math.log(2);
        agreements.set(
            i, new Agreement(birth.attribute(), birth.level(), birth.bits() + either - stranger));
      }
    }
    return new Judgement(judged.start(), agreements);
  }

  private static Set<String> known(@Nullable String gender) {
    return gender == null ? Set.of() : Set.of(gender);
  }

  private static void add(List<Agreement> agreements, @Nullable Agreement agreement) {
    if (agreement != null) {
      agreements.add(agreement);
    }
  }

  private @Nullable Agreement names(
      List<String> one, List<String> other, ToDoubleFunction<String> share) {
    if (one.isEmpty() || other.isEmpty()) {
      return null;
    }
    double best = Double.NEGATIVE_INFINITY;
    String left = one.get(0);
    String right = other.get(0);
    for (String a : one) {
      for (String b : other) {
        double odds = regional().comparePersons(a, b).logOdds();
        if (odds > best) {
          best = odds;
          left = a;
          right = b;
        }
      }
    }
    List<String> common = common(left, right);
    double chance = 1;
    for (String word : common) {
      chance *= share.applyAsDouble(word);
    }
    chance = Math.max(RAREST, chance);
    if (best >= 0) {
      String level = best >= ALIKE ? "same" : "near";
      // chance agreement is at most as frequent as the common words
      return weights.agreement(
          "names", level, common.isEmpty() ? weights.u("names", level) : chance);
    }
    if (common.isEmpty()) {
      return weights.agreement("names", "other");
    }
    // Dan Nedelcu and Ionuț Nedelcu are more likely brothers; Nedelcu alone may be either
    boolean nothingElse =
        Math.min(regional().words(left).size(), regional().words(right).size()) <= common.size();
    String level = nothingElse ? "part" : "word";
    return weights.agreement("names", level, Math.max(weights.u("names", level), chance));
  }

  /** Words of one name that the other contains as well, by sound. */
  private static List<String> common(String one, String other) {
    List<String> has = regional().words(other);
    return regional().words(one).stream()
        .filter(word -> word.length() >= SHORTEST_WORD)
        .filter(
            word ->
                has.stream().anyMatch(o -> regional().compareWords(word, o).evidence() >= ONE_WORD))
        .toList();
  }

  private @Nullable Agreement sets(String attribute, Set<String> one, Set<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return null;
    }
    return weights.agreement(attribute, Collections.disjoint(one, other) ? "other" : "same");
  }

  /** Loaded on first use, so that it does not delay start-up. */
  private static RegionalNames regional() {
    return RegionalNames.load();
  }
}
