package org.passerelle.steer.letter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.FileTexts;
import org.passerelle.language.Language;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.steer.letter.source.CampaignSource;
import org.passerelle.steer.letter.source.PictureSource;
import org.passerelle.steer.letter.source.Sources;

/**
 * Composes an issue in one language from the facts and its sources: a pure function, so that the
 * same of both always give the same edition.
 */
public final class Composer {
  /** Languages of the editions, in display order. */
  public static final List<String> LANGUAGES = List.of("fr", "en", "sr-Cyrl", "sr-Latn");

  private final Facts facts;
  private final PictureSource pictures;
  private final CampaignSource campaigns;

  public Composer(Facts facts, Sources sources) {
    this.facts = facts;
    this.pictures = sources.pictures();
    this.campaigns = sources.campaigns();
  }

  /** An issue by number; if several series have it, that of the first one. */
  public static Optional<Entry> issue(Facts facts, int number) {
    return facts.all("letter").stream()
        .filter(letter -> letter.whole("number").orElse(0) == number)
        .findFirst();
  }

  /** Numbers of the issues with contents, for a message: {@code 12, 13}. */
  public static String numbers(Facts facts) {
    return facts.all("letter").stream()
        .filter(letter -> !blocks(facts, letter).isEmpty())
        .map(letter -> letter.text("number"))
        .collect(Collectors.joining(", "));
  }

  /** The blocks of an issue in their order. */
  public static List<Entry> blocks(Facts facts, Entry letter) {
    return facts.referringTo(letter, "letter-block").stream()
        .filter(block -> block.text("letter").equals(letter.id()))
        .sorted(Comparator.comparing(block -> block.whole("order").orElse(Integer.MAX_VALUE)))
        .toList();
  }

  /** Digest of all that an issue could show of campaigns; empty if it shows none. */
  public static String campaigns(Sources sources, Facts facts, Entry letter) {
    return CampaignItems.state(sources.campaigns(), facts, letter);
  }

  /** References of the entries of which an issue shows something. */
  public static Set<String> shows(Facts facts, Entry letter) {
    return Shown.of(facts, letter).stream()
        .map(use -> use.entry().reference())
        .collect(Collectors.toSet());
  }

  /** One block as an edition shows it, while it is being written: an edition without the others. */
  Edition compose(Entry letter, Entry block, Language language) {
    return compose(letter, List.of(block), language, new Shown());
  }

  /** An issue with one of its blocks as it is being written. */
  Edition composeWith(Entry letter, Entry typed, Language language) {
    List<Entry> blocks =
        blocks(facts, letter).stream()
            .map(block -> block.id().equals(typed.id()) ? typed : block)
            .toList();
    return compose(letter, blocks, language, new Shown());
  }

  /** Composes an issue. */
  public Edition compose(Entry letter, Language language) {
    return compose(letter, language, new Shown());
  }

  /** The same, recording what is shown. */
  Edition compose(Entry letter, Language language, Shown shown) {
    return compose(letter, blocks(facts, letter), language, shown);
  }

  private Edition compose(Entry letter, List<Entry> blocks, Language language, Shown shown) {
    FileTexts texts = FileTexts.of(language, "letter", "campaign");
    Reading read = new Reading(facts, letter, texts, shown);
    List<Section> sections = new ArrayList<>();
    for (Entry block : blocks) {
      sections.add(section(read, block));
    }
    List<String> footer = new ArrayList<>();
    for (String line : List.of("footer", "footer-2")) {
      if (letter.has(line)) {
        footer.add(read.text(letter, line));
      }
    }
    return new Edition(
        language,
        texts,
        letter.whole("number").orElse(0),
        facts.ref(letter, "series").map(read::name).orElse(""),
        masthead(read, letter),
        letter.date("date").map(read.dates()::of).orElse(""),
        read.text(letter, "title"),
        read.text(letter, "theme"),
        footer,
        sections);
  }

  private Masthead masthead(Reading read, Entry letter) {
    Entry series = facts.ref(letter, "series").orElse(null);
    if (series == null) {
      return Masthead.NONE;
    }
    PictureSource.Found logo =
        facts
            .ref(series, "logo")
            .flatMap(picture -> pictures.find(picture.text("file")))
            .orElse(null);
    return new Masthead(
        read.text(series, "ministry"),
        read.text(series, "office"),
        logo == null ? "" : logo.address(),
        logo == null ? 0 : logo.width(),
        logo == null ? 0 : logo.height());
  }

  private Section section(Reading read, Entry block) {
    read.asterisk();
    Body body = new Bodies(read, campaigns).of(block);
    String heading = read.text(block, "heading");
    String contents = read.text(block, block.has("contents") ? "contents" : "heading");
    String asideHeading = read.text(block, "aside-heading");
    List<Paragraph> text = Paragraph.all(read.text(block, "text"));
    List<Paragraph> aside = Paragraph.all(read.text(block, "aside"));
    Entry picture = facts.ref(block, "picture").orElse(null);
    String caption =
        picture == null ? read.text(block, "caption") : ShownPicture.caption(block, picture, read);
    List<String> footnotes = read.texts(block, "footnotes");
    return new Section(
        block.id(),
        block.text("type"),
        read.text(block, "kicker"),
        heading,
        block.flag("in-contents") ? contents : "",
        block.flag("new-page"),
        read.text(block, "by"),
        block.flag("signed") ? signatory(read) : null,
        text,
        asideHeading,
        aside,
        read.text(block, "quote"),
        read.text(block, "quote-source"),
        caption,
        picture == null ? null : picture(read, picture),
        footnotes,
        read.asterisk(),
        body);
  }

  /** Who signs, as it was entered with the series; null if nobody was. */
  private @Nullable Signatory signatory(Reading read) {
    Entry series = facts.ref(read.letter(), "series").orElse(null);
    if (series == null || !series.has("signatory")) {
      return null;
    }
    String words = read.text(series, "signatory");
    return new Signatory(
        words,
        drawn(series, "portrait", read.word("portrait", words)),
        drawn(series, "signature", read.word("signature", words)));
  }

  private Section.@Nullable Picture drawn(Entry series, String field, String alt) {
    return facts
        .ref(series, field)
        .flatMap(picture -> pictures.find(picture.text("file"), ShownPicture.cut(picture)))
        .map(found -> new Section.Picture(found.address(), alt, "", found.width(), found.height()))
        .orElse(null);
  }

  private Section.@Nullable Picture picture(Reading read, Entry picture) {
    // before the file is looked for, so that its texts count as shown wherever there is none
    String alt = picture.flag("decorative") ? "" : read.text(picture, "alt");
    String credit = ShownPicture.credit(picture, read);
    PictureSource.Found found =
        pictures.find(picture.text("file"), ShownPicture.cut(picture)).orElse(null);
    return found == null
        ? null
        : new Section.Picture(found.address(), alt, credit, found.width(), found.height());
  }
}
