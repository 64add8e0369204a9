package org.passerelle.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Wording;
import org.springframework.stereotype.Component;

/**
 * Checks the text of a definition in the context of those in use, with the same checks, without
 * storing it. Safe for concurrent use.
 */
@Component
public class FormJudge {
  private final FormTexts texts;

  FormJudge(FormTexts texts) {
    this.texts = texts;
  }

  /**
   * The parsed text and its problems.
   *
   * @param form as far as it can be read, so that it can be previewed before it is finished; null
   *     if it is not a definition at all
   * @param problems each once, in the order found
   */
  public record Judged(@Nullable FormDefinition form, List<FormProblem> problems) {
    public Judged {
      problems = List.copyOf(problems);
    }

    /** Whether it could be imported as it is. */
    public boolean sound() {
      return form != null && problems.isEmpty();
    }
  }

  /** The content of a version's file, without its includes. */
  public Optional<Piece> said(String form, int version) {
    return Optional.ofNullable(texts.read().read().get(form + "@" + version))
        .map(file -> Piece.of(file.map().node()));
  }

  /** The codes of a shared list in file syntax. */
  public List<Piece> shared(String list) {
    CodeList found = texts.read().shared().get(list);
    return found == null ? List.of() : found.codes().stream().map(FormJudge::piece).toList();
  }

  private static Piece piece(Code code) {
    Wording hint = code.hint();
    return Piece.EMPTY
        .with("code", code.code())
        .with("label", new Piece(Map.copyOf(code.label().byLanguage())))
        .with("hint", hint == null ? Piece.EMPTY : new Piece(Map.copyOf(hint.byLanguage())));
  }

  /** Checks a text. */
  public Judged judge(String text) {
    List<FormProblem> problems = new ArrayList<>();
    Optional<FormDefinition> form = texts.read().among("draft", text, problems);
    return new Judged(form.orElse(null), problems.stream().distinct().toList());
  }
}
