package org.passerelle.cli.terminal;

import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/**
 * An error that the user of the command can correct; the message is printed as it is, and the exit
 * code is 2.
 */
public final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1;

  public BadInput(String sentence) {
    super(sentence);
  }

  /** One sentence for any failure: never a stack trace, never an empty line. */
  public static String sentence(Throwable failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof NoSuchFileException missing) {
      return "there is no file " + missing.getMessage();
    }
    if (failure instanceof CharacterCodingException) {
      return "it is not UTF-8";
    }
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.getClass().getSimpleName()
        : message.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  /** The root cause of a failure, as one sentence. */
  public static String deepestSentence(Throwable failure) {
    Throwable deepest = failure;
    for (int i = 0; i < 50 && deepest.getCause() != null; i++) {
      deepest = deepest.getCause();
    }
    String sentence = sentence(deepest);
    return sentence.endsWith(".") ? sentence : sentence + ".";
  }
}
