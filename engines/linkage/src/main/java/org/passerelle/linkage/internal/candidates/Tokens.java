package org.passerelle.linkage.internal.candidates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.passerelle.linkage.AttributeKind;
import org.passerelle.linkage.internal.comparison.LongList;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.comparison.Texts;
import org.passerelle.linkage.internal.comparison.Trait;
import org.passerelle.linkage.internal.comparison.WordLetters;

/**
 * What of a trait two records may share: the whole value, its beginning, a word of it.
 *
 * @param label for reports
 * @param trait place of the trait
 * @param weak whether it is too common to stand alone
 * @param codes of the trait, by record
 * @param tokens by code; a record may have several
 * @param more what another trait adds to them
 * @param instead whether it does so only where this one tells nothing
 */
public record Tokens(
    String label,
    int trait,
    boolean weak,
    int[] codes,
    long[][] tokens,
    Optional<Tokens> more,
    boolean instead) {
  private static final long[] NONE = {};
  private static final String SOUND = "the same sound";

  /** The skeletons of any name are alike. */
  private static final long SKELETON = 9;

  private static final int MOST_WORDS = 4;

  private Tokens(String label, int trait, boolean weak, int[] codes, long[][] tokens) {
    this(label, trait, weak, codes, tokens, Optional.empty(), false);
  }

  long[] of(int record) {
    int code = codes[record];
    long[] own = code < 0 ? NONE : tokens[code];
    if (more.isEmpty() || (instead && own.length > 0)) {
      return own;
    }
    long[] others = more.get().of(record);
    if (own.length == 0 || others.length == 0) {
      return own.length == 0 ? others : own;
    }
    long[] both = Arrays.copyOf(own, own.length + others.length);
    System.arraycopy(others, 0, both, own.length, others.length);
    return both;
  }

  /** These and what another trait has, or that instead where this one tells nothing. */
  private Tokens with(Tokens other, String what, boolean onlyInstead) {
    return new Tokens(what, trait, true, codes, tokens, Optional.of(other), onlyInstead);
  }

  /** All that can be shared in a population. */
  static List<Tokens> of(Population population) {
    List<Tokens> all = new ArrayList<>();
    List<Trait> traits = population.traits();
    for (int t = 0; t < traits.size(); t++) {
      Trait trait = traits.get(t);
      switch (trait.kind()) {
        case GIVEN_NAME, SURNAME -> {
          all.add(of(trait, t, "the same", false, v -> v));
          all.add(sounds(trait, t));
          all.add(of(trait, t, "the same beginning", true, v -> beginning(v, 3)));
        }
        case FULL_NAME -> {
          all.add(of(trait, t, "the same", false, Texts::sorted));
          all.add(sounds(trait, t));
        }
        case BIRTH_DATE -> {
          all.add(of(trait, t, "the same", false, v -> v));
          all.add(of(trait, t, "the same year and month", true, v -> part(v, 0, 6)));
          all.add(of(trait, t, "the same month and day", true, v -> part(v, 4, 8)));
          all.add(of(trait, t, "the same year", true, v -> part(v, 0, 4)));
        }
        case EMAIL -> {
          all.add(of(trait, t, "the same", false, v -> v));
          all.add(of(trait, t, "the same before the sign", false, v -> v.replaceAll("@.*", "")));
          all.add(of(trait, t, "the same behind the sign", false, v -> v.replaceAll(".*@", "")));
          all.add(of(trait, t, "the same beginning", true, v -> beginning(v, 5)));
        }
        case PLACE, ADDRESS, TEXT -> {
          all.add(of(trait, t, "the same", false, Texts::sorted));
          all.add(of(trait, t, "the same first word", true, Tokens::word));
          all.add(of(trait, t, "the same beginning", true, v -> beginning(v, 4)));
        }
        case PHONE, DOCUMENT -> {
          all.add(of(trait, t, "the same", false, v -> v));
          all.add(of(trait, t, "the same beginning", true, v -> beginning(v, v.length() / 2 + 1)));
          all.add(of(trait, t, "the same end", true, v -> v.substring(v.length() / 2)));
        }
        case POSTCODE, LIST, ENCODED -> all.add(of(trait, t, "the same", false, v -> v));
        case SEX, NATIONALITY, REGION, AGE, HOUSE_NUMBER ->
            all.add(of(trait, t, "the same", true, v -> v));
        case IGNORED -> {}
      }
    }
    return all;
  }

  /** For a long list: equal spellings have equal sounds. */
  static List<Tokens> alone(Population population) {
    return of(population).stream()
        .filter(t -> !t.weak())
        .filter(t -> !isName(population, t.trait) || t.label.endsWith(SOUND))
        .toList();
  }

  private static boolean isName(Population population, int trait) {
    AttributeKind kind = population.traits().get(trait).kind();
    return kind == AttributeKind.GIVEN_NAME
        || kind == AttributeKind.SURNAME
        || kind == AttributeKind.FULL_NAME;
  }

  /** Of each trait but names the widest thing that two records may share and that tells. */
  static List<Tokens> wide(Population population) {
    List<Tokens> wide = new ArrayList<>();
    List<Trait> traits = population.traits();
    for (int t = 0; t < traits.size(); t++) {
      Trait trait = traits.get(t);
      switch (trait.kind()) {
        case EMAIL ->
            wide.add(of(trait, t, "the same before the sign", false, v -> v.replaceAll("@.*", "")));
        case PLACE, ADDRESS, TEXT ->
            wide.add(of(trait, t, "the same beginning", true, v -> beginning(v, 4)));
        // ages were told on different days
        case AGE, IGNORED, GIVEN_NAME, SURNAME, FULL_NAME -> {}
        default -> wide.add(of(trait, t, "the same", true, v -> v));
      }
    }
    return wide;
  }

  /** The years of births, then their months and days, where a list tells of them. */
  static List<Tokens> partsOfDates(Population population) {
    List<Tokens> parts = new ArrayList<>();
    List<Trait> traits = population.traits();
    for (int t = 0; t < traits.size(); t++) {
      if (traits.get(t).kind() == AttributeKind.BIRTH_DATE) {
        parts.add(of(traits.get(t), t, "the same year", true, v -> part(v, 0, 4)));
        parts.add(of(traits.get(t), t, "the same month and day", true, v -> part(v, 4, 8)));
      }
    }
    return parts;
  }

  /** A word of any name by its skeleton, whichever column it stands in. */
  static Optional<Tokens> skeletonsOfAny(Population population) {
    List<Tokens> all = names(population, true);
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(
            all.stream()
                .reduce((a, b) -> b.with(a, "a name the same consonants", false))
                .orElseThrow());
  }

  /**
   * First name and surname, each by sounds or by the skeleton of its words; where one is missing,
   * the other may hold both. None where they do not stand apart.
   */
  static List<Tokens> both(Population population, boolean bySkeleton) {
    int given = population.indexOf(AttributeKind.GIVEN_NAME);
    int surname = population.indexOf(AttributeKind.SURNAME);
    if (given < 0 || surname < 0) {
      return List.of();
    }
    Tokens first = name(population, given, bySkeleton);
    Tokens second = name(population, surname, bySkeleton);
    return List.of(first.with(second, first.label, true), second.with(first, second.label, true));
  }

  private static List<Tokens> names(Population population, boolean bySkeleton) {
    List<Tokens> names = new ArrayList<>();
    for (int t = 0; t < population.traits().size(); t++) {
      if (isName(population, t)) {
        names.add(name(population, t, bySkeleton));
      }
    }
    return names;
  }

  private static Tokens name(Population population, int place, boolean bySkeleton) {
    Trait trait = population.traits().get(place);
    return bySkeleton ? skeleton(trait, place) : sounds(trait, place);
  }

  /** The skeleton of each word: its first letter and the consonants that follow. */
  private static Tokens skeleton(Trait trait, int place) {
    long[][] tokens = new long[trait.values().size()][];
    for (int code = 0; code < tokens.length; code++) {
      LongList skeleton = new LongList(2);
      for (String word : trait.names().plain(code).split(" ", MOST_WORDS + 1)) {
        String of = WordLetters.skeleton(word(word));
        if (!of.isEmpty()) {
          skeleton.add(Texts.hash(of, SKELETON));
        }
      }
      tokens[code] = skeleton.distinct();
    }
    return new Tokens(trait.label() + " the same consonants", place, true, trait.codes(), tokens);
  }

  private static Tokens of(
      Trait trait, int place, String what, boolean weak, Function<String, String> token) {
    long seed = Texts.hash(what, trait.kind().code());
    long[][] tokens = new long[trait.values().size()][];
    for (int code = 0; code < tokens.length; code++) {
      String text = token.apply(trait.values().get(code));
      tokens[code] = text.isEmpty() ? NONE : new long[] {Texts.hash(text, seed)};
    }
    return new Tokens(trait.label() + " " + what, place, weak, trait.codes(), tokens);
  }

  private static Tokens sounds(Trait trait, int place) {
    long[][] tokens = new long[trait.values().size()][];
    for (int code = 0; code < tokens.length; code++) {
      tokens[code] = trait.names().keys(code);
    }
    return new Tokens(trait.label() + " " + SOUND, place, false, trait.codes(), tokens);
  }

  private static String beginning(String value, int length) {
    return value.length() < length ? "" : value.substring(0, length);
  }

  private static String part(String value, int from, int to) {
    return value.length() == 8 && value.indexOf('-') < 0
        ? value.substring(from, to)
        : from == 0 && to == 4 && value.length() > 4 ? value.substring(0, 4) : "";
  }

  private static String word(String value) {
    int blank = value.indexOf(' ');
    return blank < 0 ? value : value.substring(0, blank);
  }
}
