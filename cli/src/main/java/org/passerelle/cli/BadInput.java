package org.passerelle.cli;

/**
 * What the person who typed the command can put right; the message is the whole answer, and the
 * exit code is 2.
 */
final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadInput(String sentence) {
    super(sentence);
  }

  /** One sentence for any failure: never a stack trace, never an empty line. */
  static String sentence(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }
}
