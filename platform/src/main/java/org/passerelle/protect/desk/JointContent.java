package org.passerelle.protect.desk;

import java.util.List;
import org.passerelle.forms.AnswerText;
import org.passerelle.forms.Answers;
import org.passerelle.storage.Sha256;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What both sides of a joint screening read and sign: the octets of its text, which travel as they
 * are.
 *
 * @param joint identifier of the joint screening, so that nothing signed stands elsewhere
 * @param salt of chance, so that nobody finds the answers by their digest
 * @param form screening form, and its version
 * @param answers text of {@link AnswerText}
 * @param categories codes of {@code data_categories} that were shared
 * @param outcome what the screening came to with the side that held it, by all of its answers
 * @param minor whether the person is a minor or may be one
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

  /** The answers that were shared. */
  public Answers shared() {
    return AnswerText.read(answers);
  }

  String text() {
    return JSON.writeValueAsString(this);
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it is none
   */
  static JointContent read(String text) {
    try {
      JointContent content = JSON.readValue(text, JointContent.class);
      content.shared();
      return content;
    } catch (JacksonException | IllegalStateException | NullPointerException e) {
      throw new IllegalArgumentException("This is no joint screening.", e);
    }
  }

  static String digest(String text) {
    return Sha256.of(text);
  }
}
