package org.passerelle.linkage.names.internal;

import java.util.ArrayList;
import java.util.List;

/** Every number of the comparison, as {@code names/comparison.yaml} explains them. */
record Weights(Reading reading, Known known, Words words, Name name, Organisation organisation) {

  record Reading(
      double window,
      double perNat,
      double atMost,
      double cheaper,
      double shared,
      double language,
      double greek,
      double letters,
      double onlyMarks) {}

  record Known(
      double within,
      double spread,
      double apartInOneList,
      double apart,
      double alike,
      double penaltyInOneList,
      double penalty) {}

  record Words(
      double shortest,
      double strict,
      double otherVowel,
      double otherName,
      double otherNameFrom,
      double otherNameStem,
      double familyStem,
      double familyCost,
      double familyOfFirstNames,
      double familyFirstWithSurname,
      double equivalentSlope,
      double equivalentBase,
      double[] curveAt,
      double[] curve,
      double shortWord,
      double perSound,
      double initial,
      double equalLetter,
      double otherLetter) {

    /** Log-odds at a relative distance: linear between the points, level beyond the last. */
    double evidence(double distance) {
      for (int i = 1; i < curveAt.length; i++) {
        if (distance <= curveAt[i]) {
          double share = (distance - curveAt[i - 1]) / (curveAt[i] - curveAt[i - 1]);
          return curve[i - 1] + (curve[i] - curve[i - 1]) * share;
        }
      }
      return curve[curve.length - 1];
    }
  }

  record Name(
      double cap,
      double swapped,
      double joined,
      double oneWord,
      double severalWords,
      double extraWord,
      double extraWordUnsupported,
      double agreesFrom) {}

  record Organisation(
      double lettersAtZero,
      double perUnit,
      double wordsAtZero,
      double perShare,
      double support,
      double wordNear,
      double weakWord,
      double allWordsEqual,
      double initials,
      double otherKind,
      double misspeltForm) {}

  static Weights read() {
    RuleFile file = RuleFile.read("names/comparison.yaml");
    return new Weights(
        reading(file.part("reading"), file.part("letters")),
        known(file.part("known")),
        words(file, file.part("words")),
        name(file.part("name")),
        organisation(file.part("organisation")));
  }

  private static Reading reading(RuleFile r, RuleFile letters) {
    return new Reading(
        r.number("window"),
        r.number("per_nat"),
        r.number("at_most"),
        r.number("cheaper"),
        r.number("shared"),
        r.number("language"),
        r.number("greek"),
        letters.number("difference"),
        letters.number("only_diacritics"));
  }

  private static Known known(RuleFile k) {
    return new Known(
        k.number("within"),
        k.number("spread"),
        k.number("apart_in_one_list"),
        k.number("apart"),
        k.number("alike"),
        k.number("penalty_in_one_list"),
        k.number("penalty"));
  }

  private static Words words(RuleFile file, RuleFile w) {
    List<Double> at = new ArrayList<>();
    List<Double> curve = new ArrayList<>();
    for (List<String> point : file.textLists("curve")) {
      at.add(Double.valueOf(point.get(0)));
      curve.add(Double.valueOf(point.get(1)));
    }
    return new Words(
        w.number("shortest"),
        w.number("strict"),
        w.number("other_vowel"),
        w.number("other_name"),
        w.number("other_name_from"),
        w.number("other_name_stem"),
        w.number("family_stem"),
        w.number("family_cost"),
        w.number("family_of_first_names"),
        w.number("family_first_with_surname"),
        w.number("equivalent_slope"),
        w.number("equivalent_base"),
        at.stream().mapToDouble(x -> x).toArray(),
        curve.stream().mapToDouble(x -> x).toArray(),
        file.number("short"),
        file.number("per_sound"),
        file.number("initial"),
        file.number("equal_letter"),
        file.number("other_letter"));
  }

  private static Name name(RuleFile n) {
    return new Name(
        n.number("cap"),
        n.number("swapped"),
        n.number("joined"),
        n.number("one_word"),
        n.number("several_words"),
        n.number("extra_word"),
        n.number("extra_word_unsupported"),
        n.number("agrees_from"));
  }

  private static Organisation organisation(RuleFile o) {
    return new Organisation(
        o.part("letters").number("at_zero"),
        o.part("letters").number("per_unit"),
        o.part("words").number("at_zero"),
        o.part("words").number("per_share"),
        o.part("words").number("support"),
        o.number("word_near"),
        o.number("weak_word"),
        o.number("all_words_equal"),
        o.number("initials"),
        o.number("other_kind"),
        o.number("misspelt_form"));
  }
}
