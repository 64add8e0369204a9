package org.passerelle.linkage.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.passerelle.linkage.AttributeKind;

/**
 * What of a trait two records may share: the whole value, its beginning, a word of it.
 *
 * @param label for reports
 * @param trait place of the trait
 * @param weak whether it is too common to stand alone
 * @param codes of the trait, by record
 * @param tokens by code; a record may have several
 */
public record Tokens(String label, int trait, boolean weak, int[] codes, long[][] tokens) {
  private static final long[] NONE = {};

  long[] of(int record) {
    int code = codes[record];
    return code < 0 ? NONE : tokens[code];
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

  /** Of each trait the widest thing that two records may share and that tells something. */
  static List<Tokens> wide(Population population) {
    List<Tokens> wide = new ArrayList<>();
    List<Trait> traits = population.traits();
    for (int t = 0; t < traits.size(); t++) {
      Trait trait = traits.get(t);
      switch (trait.kind()) {
        case GIVEN_NAME, SURNAME, FULL_NAME -> wide.add(sounds(trait, t));
        case EMAIL ->
            wide.add(of(trait, t, "the same before the sign", false, v -> v.replaceAll("@.*", "")));
        case PLACE, ADDRESS, TEXT ->
            wide.add(of(trait, t, "the same beginning", true, v -> beginning(v, 4)));
        // ages were told on different days
        case AGE, IGNORED -> {}
        default -> wide.add(of(trait, t, "the same", true, v -> v));
      }
    }
    return wide;
  }

  /** Names by their first letter and the consonants of their first word. */
  static List<Tokens> bones(Population population) {
    List<Tokens> bones = new ArrayList<>();
    List<Trait> traits = population.traits();
    for (int t = 0; t < traits.size(); t++) {
      Trait trait = traits.get(t);
      if (trait.kind() == AttributeKind.GIVEN_NAME || trait.kind() == AttributeKind.SURNAME) {
        bones.add(bones(trait, t));
      }
    }
    return bones;
  }

  private static Tokens bones(Trait trait, int place) {
    long[][] tokens = new long[trait.values().size()][];
    for (int code = 0; code < tokens.length; code++) {
      String bones = WordLetters.bones(word(trait.names().plain(code)));
      tokens[code] = bones.isEmpty() ? NONE : new long[] {Texts.hash(bones, trait.kind().code())};
    }
    return new Tokens(trait.label() + " the same bones", place, true, trait.codes(), tokens);
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
    return new Tokens(trait.label() + " the same sound", place, false, trait.codes(), tokens);
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
