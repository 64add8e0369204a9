package org.passerelle.prevent.effect;

import java.util.List;

/**
 * What was asked before and after a campaign, counted. Who answered is not known: rows of
 * respondents are counted when they are read, and not kept.
 *
 * @param source who asked
 * @param sample how many were to be asked and how they were chosen
 * @param method when and how they were asked
 * @param people one of {@link #PEOPLE}
 * @param questions in the order of the table
 */
public record Survey(
    String source, String sample, String method, String people, List<Question> questions) {
  /** The two waves, in their order. */
  public static final List<String> WAVES = List.of("before", "after");

  /** Whether the same people were asked in both waves. */
  public static final List<String> PEOPLE = List.of("same", "others", "unknown");

  /** Kinds of questions. */
  public static final List<String> KINDS = List.of("yes-no", "scale");

  public Survey {
    questions = List.copyOf(questions);
  }

  /**
   * A question.
   *
   * @param kind one of {@link #KINDS}
   * @param from of a scale, the lowest answer that is counted; otherwise 0
   */
  public record Question(String text, String kind, int from, List<Answer> answers) {
    public Question {
      answers = List.copyOf(answers);
    }

    /** How many answered in a wave. */
    public int asked(String wave) {
      return answers.stream().filter(one -> one.wave().equals(wave)).mapToInt(Answer::people).sum();
    }

    /** How many of them answered yes, or at least {@code from}. */
    public int counted(String wave) {
      return answers.stream()
          .filter(one -> one.wave().equals(wave) && isCounted(one.value()))
          .mapToInt(Answer::people)
          .sum();
    }

    private boolean isCounted(String value) {
      return kind.equals("scale") ? Integer.parseInt(value) >= from : value.equals("yes");
    }
  }

  /**
   * How many gave an answer.
   *
   * @param wave one of {@link #WAVES}
   * @param value {@code yes}, {@code no} or a whole number
   */
  public record Answer(String wave, String value, int people) {}
}
