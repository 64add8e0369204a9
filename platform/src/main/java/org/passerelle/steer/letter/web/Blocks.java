package org.passerelle.steer.letter.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Wording;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Kind;
import org.passerelle.register.Register;
import org.passerelle.steer.letter.CalendarSplit;
import org.passerelle.steer.letter.Composer;
import org.springframework.stereotype.Component;

/** Adds, moves and copies blocks of issues. */
@Component
class Blocks {
  private static final int STEP = 10;

  /** What a new issue adopts from the previous one; everything else has to be written. */
  private static final Set<String> STRUCTURE =
      Set.of(
          "type", "order", "in-contents", "new-page", "kicker", "heading", "contents", "subject");

  private final Register register;

  Blocks(Register register) {
    this.register = register;
  }

  /** Adds a block at the end; its heading is the label of its type until one is written. */
  Entry add(Entry letter, String type, SignedIn who) {
    Facts facts = register.facts();
    Kind kind = BlockFields.blocks();
    int last =
        Composer.blocks(facts, letter).stream()
            .mapToInt(b -> b.whole("order").orElse(0))
            .max()
            .orElse(0);
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("letter", letter.id());
    content.put("order", last + STEP);
    content.put("type", type);
    Wording word = kind.field("type").orElseThrow().codes().get(type);
    Map<String, Object> heading = new LinkedHashMap<>();
    if (word != null) {
      word.byLanguage().forEach((language, text) -> heading.put(language, capital(text)));
    }
    content.put("heading", heading);
    String id = facts.free(kind.id(), letter.id() + "-" + type);
    return register.save(who, kind, id, 0, content, "");
  }

  /** Swaps a block with its neighbour; does nothing at either end. */
  void move(Entry letter, Entry block, boolean up, SignedIn who) {
    List<Entry> blocks = Composer.blocks(register.facts(), letter);
    int at = 0;
    while (!blocks.get(at).id().equals(block.id())) {
      at++;
    }
    int to = up ? at - 1 : at + 1;
    if (to < 0 || to >= blocks.size()) {
      return;
    }
    List<Entry> order = new ArrayList<>(blocks);
    order.set(at, blocks.get(to));
    order.set(to, blocks.get(at));
    for (int i = 0; i < order.size(); i++) {
      place(order.get(i), (i + 1) * STEP, who);
    }
  }

  private void place(Entry block, int order, SignedIn who) {
    if (block.whole("order").orElse(0) != order) {
      Map<String, Object> content = new LinkedHashMap<>(block.content());
      content.put("order", order);
      register.save(who, block.kind(), block.id(), block.revision(), content, "");
    }
  }

  /**
   * Copies the blocks of an issue to a new one.
   *
   * @param texts whether with its texts and what they are about, each text marked to be checked
   */
  void copy(Entry from, Entry to, boolean texts, SignedIn who) {
    Facts facts = register.facts();
    LocalDate then = CalendarSplit.issued(from);
    LocalDate now = CalendarSplit.issued(to);
    int years = now.getYear() - then.getYear();
    for (Entry block : Composer.blocks(facts, from)) {
      Map<String, Object> content = new LinkedHashMap<>();
      content.put("letter", to.id());
      block
          .content()
          .forEach(
              (field, value) -> {
                if (texts && !STRUCTURE.contains(field) && !field.equals("letter")) {
                  content.put(field, unchecked(block, field, value));
                } else if (STRUCTURE.contains(field)
                    || (field.equals("text") && block.text("type").equals("contact"))) {
                  content.put(field, value);
                }
              });
      block.whole("year").ifPresent(year -> content.put("year", year + years));
      String id = block.id().replaceFirst("^" + from.id() + "-", "");
      String free = register.facts().free(block.kind().id(), to.id() + "-" + id);
      register.save(who, block.kind(), free, 0, content, "");
    }
  }

  /** A copied value; in every language a text is to be read again. */
  private static Object unchecked(Entry block, String field, Object value) {
    boolean text = block.kind().field(field).map(f -> f.type().inLanguages()).orElse(false);
    if (!text) {
      return value;
    }
    return value instanceof List<?> several
        ? several.stream().map(Blocks::unchecked).toList()
        : unchecked(value);
  }

  private static Object unchecked(Object value) {
    Map<String, Object> marked = new LinkedHashMap<>();
    List<String> languages = new ArrayList<>();
    if (value instanceof Map<?, ?> texts) {
      for (String language : Wording.LANGUAGES) {
        Object text = texts.get(language);
        if (text != null) {
          marked.put(language, text);
          languages.add(language);
        }
      }
    }
    marked.put("stale", languages);
    return marked;
  }

  private static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
