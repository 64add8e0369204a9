package org.passerelle.steer.letter;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.language.Wording;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Field;

/**
 * Facts of the register within a text: {@code [figure:victims-2018]} stands for what the register
 * says, in the language of each edition, so that no number is typed and none grows old.
 */
public final class Cited {
  private static final Pattern REFERENCE =
      Pattern.compile("\\[([a-z][a-z-]{0,40}:[A-Za-z0-9][A-Za-z0-9-]{0,99})\\]");

  private Cited() {}

  /** What is written into a text to cite an entry. */
  public static String reference(Entry entry) {
    return "[" + entry.reference() + "]";
  }

  /** A text with what its references stand for; those that lead nowhere stay as they are. */
  static String replaced(String text, Function<String, Optional<String>> words) {
    Matcher references = REFERENCE.matcher(text);
    return references.replaceAll(
        found ->
            Matcher.quoteReplacement(words.apply(found.group(1)).orElseGet(() -> found.group())));
  }

  /** The references in any language of a text, in order. */
  static Set<String> in(Wording text) {
    Set<String> references = new LinkedHashSet<>();
    for (String words : text.byLanguage().values()) {
      Matcher found = REFERENCE.matcher(words);
      while (found.find()) {
        references.add(found.group(1));
      }
    }
    return references;
  }

  /** The figures that the texts of a block cite. */
  static List<Entry> figures(Facts facts, Entry block) {
    List<Entry> figures = new ArrayList<>();
    for (String reference : in(block)) {
      facts
          .at(reference)
          .filter(entry -> entry.kind().id().equals("figure"))
          .ifPresent(figures::add);
    }
    return figures;
  }

  /** The references in the texts of a block, in any language and in order. */
  public static Set<String> in(Entry block) {
    Set<String> references = new LinkedHashSet<>();
    for (Field field : block.kind().fields()) {
      if (field.type() == Field.Type.WORDINGS) {
        for (Wording one : block.wordings(field.id())) {
          references.addAll(in(one));
        }
      } else if (field.type().inLanguages()) {
        references.addAll(in(block.wording(field.id())));
      }
    }
    return references;
  }
}
