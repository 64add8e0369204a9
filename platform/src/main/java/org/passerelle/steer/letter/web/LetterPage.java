package org.passerelle.steer.letter.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Wording;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Field;
import org.passerelle.steer.letter.Composer;
import org.passerelle.steer.letter.ReleaseObstacles.Obstacle;
import org.passerelle.steer.letter.Releases;

/**
 * An issue in the editor.
 *
 * @param told what does not hold a release back and should be known
 * @param edits whether the user may edit it
 * @param types types of blocks that can be added
 * @param others blocks of other issues, which can be added as they stand there; latest issue first
 */
public record LetterPage(
    Entry letter,
    String date,
    List<Block> blocks,
    List<Hindrance> obstacles,
    List<Hindrance> told,
    List<Releases.Release> releases,
    Asked asked,
    boolean edits,
    List<Option> types,
    List<Sections> others) {

  /** The sections of another issue. */
  public record Sections(String issue, List<Option> blocks) {}

  /**
   * Where the approval by a second person stands.
   *
   * @param seen digest of the issue as this page and its previews show it
   * @param waiting the request that waits, or null
   */
  public record Asked(String seen, @Nullable Waiting waiting) {}

  /**
   * A request that waits for a second person.
   *
   * @param by name of whoever asked
   * @param own whether the reader asked
   * @param decides whether the reader may decide it
   * @param changed whether the issue was changed since, so that it can only be asked anew
   */
  public record Waiting(
      String id, String by, Instant at, boolean own, boolean decides, boolean changed) {}

  /** An issue in the list. */
  public record Row(Entry letter, String date, boolean hasBlocks, List<Releases.Release> released) {
    /** Its number as text. */
    public String number() {
      return letter.text("number");
    }
  }

  /**
   * A block in its position.
   *
   * @param missing languages in which one of its texts is missing
   * @param stale languages in which a text is older than in another language
   */
  public record Block(
      Entry entry, String type, String heading, Set<String> missing, Set<String> stale) {}

  /**
   * An obstacle, in words.
   *
   * @param about the entry one of whose texts is meant; empty if it is about something else
   */
  public record Hindrance(String sentence, String href, String about) {
    /** Whether both are about texts of one entry. */
    private boolean isBeside(Hindrance other) {
      return !about.isEmpty() && about.equals(other.about) && place().equals(other.place());
    }

    /** The page without the field. */
    private String place() {
      return href.replaceFirst("#.*", "");
    }
  }

  /** Obstacles about the texts of one entry, or a single other one. */
  public record Gathered(String about, List<Hindrance> all) {}

  /**
   * The obstacles as listed. Once there are more than {@value #LISTED}, those about one entry stand
   * together, so that a copied issue does not begin with a hundred lines.
   */
  public List<Gathered> gathered() {
    List<Gathered> all = new ArrayList<>();
    for (Hindrance one : obstacles) {
      Gathered last = all.isEmpty() ? null : all.get(all.size() - 1);
      if (obstacles.size() > LISTED && last != null && one.isBeside(last.all().get(0))) {
        last.all().add(one);
      } else {
        all.add(new Gathered(one.about(), new ArrayList<>(List.of(one))));
      }
    }
    return all;
  }

  /** Link to the editor of the issue. */
  public String href() {
    return "/steer/letters/" + letter.text("number");
  }

  /** Obstacles listed one by one at most. */
  private static final int LISTED = 12;

  private static final Set<String> PICTURE_FIELDS =
      Set.of("decorative", "people", "consent", "shape", "focus-across", "focus-down");

  /** Labels of a picture's fields; empty for other fields. */
  public static UnaryOperator<String> pictureLabels(Page page) {
    return field -> {
      String[] parts = field.split("\\.", 2);
      boolean words = PictureForm.TEXTS.contains(parts[0]) && parts.length == 2;
      return words && Wording.LANGUAGES.contains(parts[1])
          ? page.text("letters.picture." + parts[0])
              + ", "
              + page.text("register.language." + parts[1])
          : PICTURE_FIELDS.contains(field) ? page.text("letters.picture." + field) : "";
    };
  }

  /** Labels of the fields of a letter's head; empty for other fields. */
  public static UnaryOperator<String> mastheadLabels(Page page) {
    return field -> {
      String[] parts = field.split("\\.", 2);
      return parts.length == 2 && Wording.LANGUAGES.contains(parts[1])
          ? page.text("letters.masthead." + parts[0])
              + ", "
              + page.text("register.language." + parts[1])
          : "";
    };
  }

  static LetterPage of(
      Facts facts,
      Entry letter,
      List<Obstacle> obstacles,
      List<Obstacle> told,
      List<Releases.Release> releases,
      Asked asked,
      Page page) {
    SignedIn who = page.who();
    Field type = BlockFields.blocks().field("type").orElseThrow();
    List<Option> types = new ArrayList<>();
    type.codes().forEach((code, word) -> types.add(new Option(code, word.in(page.language()))));
    return new LetterPage(
        letter,
        letter.date("date").map(page.moments()::partial).orElse(""),
        Composer.blocks(facts, letter).stream().map(b -> block(b, type, page)).toList(),
        obstacles.stream().map(o -> hindrance(o, page)).toList(),
        told.stream().map(o -> hindrance(o, page)).toList(),
        releases,
        asked,
        who != null && who.is(Role.PROGRAMME_MANAGER),
        types,
        others(facts, letter, page));
  }

  private static List<Sections> others(Facts facts, Entry letter, Page page) {
    return facts.all("letter").stream()
        .filter(other -> !other.id().equals(letter.id()))
        .sorted(Comparator.comparing((Entry other) -> other.whole("number").orElse(0)).reversed())
        .map(
            other ->
                new Sections(
                    page.text(
                        "letters.issue",
                        other.text("number"),
                        other.date("date").map(page.moments()::partial).orElse("")),
                    Composer.blocks(facts, other).stream()
                        .filter(block -> block.has("heading"))
                        .map(block -> new Option(block.id(), block.name().in(page.language())))
                        .toList()))
        .filter(sections -> !sections.blocks().isEmpty())
        .toList();
  }

  private static Block block(Entry block, Field type, Page page) {
    Set<String> missing = new TreeSet<>();
    Set<String> stale = new TreeSet<>();
    for (Field field : BlockFields.of(block.text("type")).fields()) {
      if ((field.type() == Field.Type.WORDING || field.type() == Field.Type.PROSE)
          && block.has(field.id())) {
        Map<String, String> texts = block.wording(field.id()).byLanguage();
        List.of("fr", "en", "sr").stream()
            .filter(l -> texts.getOrDefault(l, "").isBlank())
            .forEach(missing::add);
        stale.addAll(block.stale(field.id()));
      }
    }
    Wording word = type.codes().get(block.text("type"));
    return new Block(
        block,
        word == null ? block.text("type") : word.in(page.language()),
        block.has("heading") ? block.name().in(page.language()) : "",
        missing,
        stale);
  }

  private static Hindrance hindrance(Obstacle obstacle, Page page) {
    Object[] arguments =
        obstacle.arguments().stream()
            .map(a -> a instanceof Wording wording ? wording.orAny(page.language()) : a)
            .toArray();
    String about = obstacle.isAboutText() ? String.valueOf(arguments[1]) : "";
    return new Hindrance(page.text(obstacle.key(), arguments), obstacle.href(), about);
  }
}
