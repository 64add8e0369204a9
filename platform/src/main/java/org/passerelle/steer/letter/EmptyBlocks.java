package org.passerelle.steer.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.passerelle.language.Language;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.steer.letter.source.Sources;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Prevents a release while a block shows nothing but its heading, a plan is shown without a word
 * about it, or a page of paper would be nearly blank. Every text of such an issue may be there and
 * up to date; a reader sees that something is wrong all the same.
 */
@Component
@Order(2)
class EmptyBlocks implements ReleaseObstacles {
  /** Letters on a page below which it looks forgotten: about six lines. */
  private static final int SPARSE = 500;

  /** What an item from the register takes, in letters. */
  private static final int ITEM = 120;

  private static final int PICTURE = 1_000;

  private static final Map<String, String> KEYS =
      Map.of(
          "figures", "letters.obstacle.no-figures",
          "calendar", "letters.obstacle.no-dates",
          "plan", "letters.obstacle.no-plan");

  @Override
  public List<Obstacle> of(Facts facts, Entry letter) {
    Map<String, Entry> blocks =
        Composer.blocks(facts, letter).stream().collect(Collectors.toMap(Entry::id, b -> b));
    List<Section> sections =
        new Composer(facts, Sources.NONE).compose(letter, new Language("en")).sections();
    List<Obstacle> found = new ArrayList<>();
    for (Section section : sections) {
      if (isEmpty(section)) {
        found.add(
            obstacle(
                KEYS.getOrDefault(section.type(), "letters.obstacle.nothing"),
                letter,
                blocks,
                section));
      }
    }
    int at = 0;
    for (int next = 1; next <= sections.size(); next++) {
      if (next == sections.size() || sections.get(next).newPage()) {
        List<Section> page = sections.subList(at, next);
        // the cover has its contents and its figures; what is empty was named before
        if (at > 0
            && page.stream().mapToInt(EmptyBlocks::length).sum() < SPARSE
            && page.stream().noneMatch(EmptyBlocks::isEmpty)) {
          found.add(obstacle("letters.obstacle.blank-page", letter, blocks, sections.get(at)));
        }
        at = next;
      }
    }
    return found;
  }

  private static Obstacle obstacle(
      String key, Entry letter, Map<String, Entry> blocks, Section section) {
    Entry block = Objects.requireNonNull(blocks.get(section.id()), section.id());
    String at = "/steer/letters/" + letter.text("number") + "/blocks/" + block.id();
    return new Obstacle(key, List.of(block.name()), at);
  }

  /** A running text without text has an obstacle of its own, and so have campaigns. */
  private static boolean isEmpty(Section section) {
    return switch (section.type()) {
      case "editorial", "text", "campaigns" -> false;
      case "plan" -> section.body().items() == 0 || section.text().isEmpty();
      case "figures", "calendar" -> section.body().items() == 0;
      default -> section.body().items() == 0 && section.text().isEmpty();
    };
  }

  private static int length(Section section) {
    int text =
        section.text().stream().mapToInt(Paragraph::length).sum()
            + section.aside().stream().mapToInt(Paragraph::length).sum()
            + section.quote().length();
    return text
        + ITEM * section.body().items()
        + (section.type().equals("campaigns") ? SPARSE : 0)
        + (section.caption().isEmpty() && section.picture() == null ? 0 : PICTURE);
  }
}
