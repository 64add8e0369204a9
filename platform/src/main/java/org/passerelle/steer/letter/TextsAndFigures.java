package org.passerelle.steer.letter;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.language.Wording;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Field;
import org.passerelle.register.Values;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Prevents a release while a displayed text is missing in a language or older than in another
 * language, or holds signs of a markup that would be printed as they stand, while a figure lacks a
 * source or both period and caveat, or while a picture lacks a description or the consent of the
 * people on it.
 */
@Component
@Order(1) // gaps of the issue are listed before obstacles to every issue
public class TextsAndFigures implements ReleaseObstacles {
  private static final List<String> LANGUAGES = List.of("fr", "en", "sr");
  private static final Pattern MARKUP =
      Pattern.compile(
          "\\*\\*|__|</?[a-zA-Z][^<>]{0,40}>|&[a-z]{2,8};|\\]\\((?:https?:)?|(?m)^#{1,6} ");
  private static final Set<String> WRITTEN = Set.of("editorial", "text");

  /** The fields whose formatting is shown: bold, links, lists. */
  private static final Set<String> FORMATTED = Set.of("letter-block.text", "letter-block.aside");

  @Override
  public List<Obstacle> of(Facts facts, Entry letter) {
    List<Obstacle> found = new ArrayList<>();
    List<Entry> blocks = Composer.blocks(facts, letter);
    if (!letter.has("title")) {
      found.add(
          new Obstacle("letters.obstacle.no-title", List.of(), letter.href() + "/edit#title"));
    }
    if (blocks.isEmpty()) {
      found.add(new Obstacle("letters.obstacle.empty", List.of(), at(letter)));
    }
    for (Shown.Use use : Shown.of(facts, letter)) {
      check(facts, use, letter, found);
    }
    for (Entry block : blocks) {
      checkBlock(facts, letter, block, found);
    }
    return new ArrayList<>(new LinkedHashSet<>(found));
  }

  private static void check(Facts facts, Shown.Use use, Entry letter, List<Obstacle> found) {
    Field field = use.entry().kind().field(use.field()).orElse(null);
    if (field == null) {
      return;
    }
    String href = href(use.entry(), letter);
    if (field.type() == Field.Type.ROWS) {
      for (Values row : use.entry().rows(field.id())) {
        for (Field inner : field.fields()) {
          if (inner.type().inLanguages() && row.has(inner.id())) {
            judge(facts, row, inner, use.entry(), href + "#" + field.id(), found);
          }
        }
      }
    } else if (field.type().inLanguages() && use.entry().has(field.id())) {
      judge(facts, use.entry(), field, use.entry(), href + "#" + field.id(), found);
    }
  }

  private static void judge(
      Facts facts, Values values, Field field, Entry entry, String href, List<Obstacle> found) {
    List<Values> texts =
        field.type() == Field.Type.WORDINGS ? values.rows(field.id()) : List.of(values);
    for (Values one : texts) {
      Wording wording =
          field.type() == Field.Type.WORDINGS
              ? new Wording(languagesOf(one))
              : one.wording(field.id());
      Set<String> stale =
          field.type() == Field.Type.WORDINGS
              ? Set.copyOf(one.texts("stale"))
              : one.stale(field.id());
      markup(wording, FORMATTED.contains(entry.kind().id() + "." + field.id()))
          .ifPresent(
              signs ->
                  found.add(
                      new Obstacle(
                          "letters.obstacle.markup",
                          List.of(entry.kind().one(), entry.name(), field.label(), signs),
                          href)));
      for (String reference : Cited.in(wording)) {
        if (facts.at(reference).isEmpty()) {
          found.add(
              new Obstacle(
                  "letters.obstacle.no-fact",
                  List.of(entry.kind().one(), entry.name(), field.label(), reference),
                  href));
        }
      }
      for (String language : LANGUAGES) {
        if (wording.byLanguage().getOrDefault(language, "").isBlank()) {
          found.add(obstacle("missing", entry, field, language, href));
        } else if (stale.contains(language)) {
          found.add(obstacle("stale", entry, field, language, href));
        }
      }
    }
  }

  /** Signs of a markup that the letter does not know: they would be printed as they stand. */
  private static Optional<String> markup(Wording wording, boolean formatted) {
    return LANGUAGES.stream()
        .map(language -> wording.byLanguage().getOrDefault(language, ""))
        .map(text -> MARKUP.matcher(formatted ? Paragraph.plain(text) : text))
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst();
  }

  private static java.util.Map<String, String> languagesOf(Values texts) {
    java.util.Map<String, String> byLanguage = new java.util.HashMap<>();
    for (String language : LANGUAGES) {
      if (texts.has(language)) {
        byLanguage.put(language, texts.text(language));
      }
    }
    return byLanguage;
  }

  private static Obstacle obstacle(
      String what, Entry entry, Field field, String language, String href) {
    return new Obstacle(
        "letters.obstacle." + what + "." + language,
        List.of(entry.kind().one(), entry.name(), field.label()),
        href + "." + language);
  }

  private static void checkBlock(Facts facts, Entry letter, Entry block, List<Obstacle> found) {
    if (WRITTEN.contains(block.text("type")) && !block.has("text")) {
      found.add(
          new Obstacle(
              "letters.obstacle.no-text", List.of(block.name()), href(block, letter) + "#text"));
    }
    Set<Entry> figures = new LinkedHashSet<>(facts.refs(block, "figures"));
    figures.addAll(Cited.figures(facts, block));
    for (Entry figure : figures) {
      if (!figure.has("source-publication")
          && !figure.has("source-words")
          && !figure.flag("computed")) {
        found.add(
            new Obstacle(
                "letters.obstacle.no-source",
                List.of(figure.name()),
                figure.href() + "/edit#source-publication"));
      }
      if (!figure.has("period") && !figure.has("caveat")) {
        found.add(
            new Obstacle(
                "letters.obstacle.no-period",
                List.of(figure.name()),
                figure.href() + "/edit#period"));
      }
    }
    facts
        .ref(block, "picture")
        .ifPresent(
            picture ->
                found.addAll(
                    ShownPicture.obstacles(block, picture, href(block, letter) + "/picture")));
  }

  private static String href(Entry entry, Entry letter) {
    return entry.kind().id().equals("letter-block")
        ? at(letter) + "/blocks/" + entry.id()
        : entry.href() + "/edit";
  }

  private static String at(Entry letter) {
    return "/steer/letters/" + letter.text("number");
  }
}
