package org.passerelle.steer.letter.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Wording;
import org.passerelle.refusal.NotFound;
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
  /** What no copy takes over: a text is signed anew by whoever has read it. */
  private static final Set<String> OWN = Set.of("letter", "signed");

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
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("letter", letter.id());
    content.put("order", last(letter) + STEP);
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

  /** Adds a block as it stands in another issue, each of its texts marked to be checked. */
  Entry addLike(Entry other, Entry letter, SignedIn who) {
    Entry from = register.facts().ref(other, "letter").orElseThrow(NotFound::new);
    Map<String, Object> content = copied(other, letter, true, years(from, letter));
    content.put("order", last(letter) + STEP);
    return save(other, from, letter, content, who);
  }

  private int last(Entry letter) {
    return Composer.blocks(register.facts(), letter).stream()
        .mapToInt(b -> b.whole("order").orElse(0))
        .max()
        .orElse(0);
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
    place(order, who);
  }

  /**
   * Puts a block in front of another.
   *
   * @param before id of the other, or empty to put it last; does nothing if that one is not there
   *     any more
   */
  void put(Entry letter, Entry block, String before, SignedIn who) {
    List<Entry> order = new ArrayList<>(Composer.blocks(register.facts(), letter));
    order.removeIf(one -> one.id().equals(block.id()));
    int to =
        before.isEmpty() ? order.size() : order.stream().map(Entry::id).toList().indexOf(before);
    if (to >= 0) {
      order.add(to, block);
      place(order, who);
    }
  }

  private void place(List<Entry> order, SignedIn who) {
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
    int years = years(from, to);
    for (Entry block : Composer.blocks(register.facts(), from)) {
      save(block, from, to, copied(block, to, texts, years), who);
    }
  }

  private static int years(Entry from, Entry to) {
    return CalendarSplit.issued(to).getYear() - CalendarSplit.issued(from).getYear();
  }

  private static Map<String, Object> copied(Entry block, Entry to, boolean texts, int years) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("letter", to.id());
    block
        .content()
        .forEach(
            (field, value) -> {
              if (texts && !STRUCTURE.contains(field) && !OWN.contains(field)) {
                content.put(field, unchecked(block, field, value));
              } else if (STRUCTURE.contains(field)
                  || (field.equals("text") && block.text("type").equals("contact"))) {
                content.put(field, value);
              }
            });
    block.whole("year").ifPresent(year -> content.put("year", year + years));
    return content;
  }

  private Entry save(Entry block, Entry from, Entry to, Map<String, Object> content, SignedIn who) {
    String id = block.id().replaceFirst("^" + from.id() + "-", "");
    String free = register.facts().free(block.kind().id(), to.id() + "-" + id);
    return register.save(who, block.kind(), free, 0, content, "");
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
