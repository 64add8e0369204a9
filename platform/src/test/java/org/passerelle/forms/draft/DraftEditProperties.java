package org.passerelle.forms.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.passerelle.forms.Piece;
import org.passerelle.refusal.Refused;

/** Whatever is done to a draft, it stays one whose parts are found, or a sentence says why not. */
class DraftEditProperties {
  private static final List<String> IDS = List.of("a", "b", "c", "met", "A1", "x y", "", "1a", "é");
  private static final List<String> WORDS =
      List.of("", "yes", "Ко?", "« Où ? »", "a: \"b\"\\\n- c");

  @Property(tries = 300)
  void everyDraftIsWrittenAndReadAsItIs(@ForAll long seed) {
    Random random = new Random(seed);
    Piece form = new Piece(Map.of("form", "t", "sections", List.of()));
    for (int n = 0; n < 40; n++) {
      Piece before = form;
      try {
        Piece after = edited(form, random);
        DraftShape.check(after);
        form = after;
      } catch (Refused refused) {
        assertThat(refused.key()).startsWith("formdraft.refused.");
        assertThat(form).isSameAs(before);
      }
      DraftShape.check(form);
      assertThat(Piece.read(form.write())).isEqualTo(form);
    }
  }

  /** Moving loses nothing and doubles nothing, and going back leads to where it was. */
  @Property(tries = 100)
  void movingKeepsEveryPart(@ForAll long seed) {
    Random random = new Random(seed);
    List<Piece> questions = new ArrayList<>();
    for (int n = 0; n < 1 + random.nextInt(6); n++) {
      questions.add(new Piece(Map.of("id", "q" + n)));
    }
    Piece form =
        new Piece(
            Map.of("sections", List.of(new Piece(Map.of("id", "s", "questions", questions)))));
    int at = random.nextInt(questions.size());
    DraftPart part = DraftPart.question("q" + at);
    Piece down = DraftEdit.move(form, part, false);
    assertThat(down.pieces("sections").get(0).pieces("questions"))
        .containsExactlyInAnyOrderElementsOf(questions);
    if (at < questions.size() - 1) {
      assertThat(DraftEdit.move(down, part, true)).isEqualTo(form);
    } else {
      assertThat(down).isEqualTo(form);
    }
  }

  private static Piece edited(Piece form, Random random) {
    String id = one(IDS, random);
    String other = one(IDS, random);
    boolean up = random.nextBoolean();
    return switch (random.nextInt(10)) {
      case 0 -> DraftEdit.addSection(form, piece(id, "title", random));
      case 1, 2 -> DraftEdit.addQuestion(form, other, piece(id, "label", random));
      case 3 -> DraftEdit.move(form, DraftPart.section(id), up);
      case 4 -> DraftEdit.move(form, DraftPart.question(id), up);
      case 5 -> DraftEdit.moveTo(form, id, other);
      case 6 -> DraftEdit.remove(form, up ? DraftPart.section(id) : DraftPart.question(id));
      case 7 ->
          DraftEdit.change(
              form,
              DraftPart.question(id),
              piece -> piece.with("show-if", one(WORDS, random)).with("hint", words(random)));
      case 8 ->
          DraftEdit.withCodes(
              form,
              up ? DraftPart.codes(id) : DraftPart.list(id),
              List.of(
                  new Piece(Map.of("code", other, "label", words(random))),
                  new Piece(Map.of("code", one(IDS, random)))));
      default ->
          DraftEdit.change(form, DraftPart.section(id), piece -> piece.with("why", words(random)));
    };
  }

  private static Piece piece(String id, String text, Random random) {
    return new Piece(Map.of("id", id)).with(text, words(random));
  }

  private static Piece words(Random random) {
    Map<String, String> words = new LinkedHashMap<>();
    for (String language : List.of("en", "fr", "sr")) {
      words.put(language, one(WORDS, random));
    }
    return DraftEdit.wording(words);
  }

  private static String one(List<String> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
