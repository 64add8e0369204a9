package org.passerelle.protect.identity.desk;

import java.util.List;
import org.passerelle.forms.answers.AnswerText;
import org.passerelle.forms.answers.Answers;
import org.passerelle.storage.Sha256;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Content of a joint screening that both sides read and sign, as the bytes of its JSON text.
 *
 * @param joint identifier of the joint screening, which ties the signature to it
 * @param salt random salt, so that answers cannot be guessed from the digest
 * @param form screening form with its version
 * @param answers text of {@link AnswerText}
 * @param categories codes of the shared {@code data_categories}
 * @param outcome outcome with all answers, as computed by the side that conducted it
 * @param minor whether the person is or may be a minor
 */
public record JointContent(
    String joint,
    int revision,
    String salt,
    String form,
    int version,
    String answers,
    List<String> categories,
    String outcome,
    boolean minor) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public JointContent {
    categories = List.copyOf(categories);
  }

  /** The shared answers. */
  public Answers shared() {
    return AnswerText.read(answers);
  }

  String text() {
    return JSON.writeValueAsString(this);
  }

  /**
   * Parses a content.
   *
   * @throws IllegalArgumentException if it is malformed
   */
  static JointContent read(String text) {
    try {
      JointContent content = JSON.readValue(text, JointContent.class);
      content.shared();
      return content;
    } catch (JacksonException | IllegalStateException | NullPointerException e) {
      throw new IllegalArgumentException("The content of a joint screening is malformed.", e);
    }
  }

  static String digest(String text) {
    return Sha256.of(text);
  }
}
