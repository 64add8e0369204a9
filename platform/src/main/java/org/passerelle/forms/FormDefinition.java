package org.passerelle.forms;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Wording;

/**
 * One version of a form, complete with the sections it includes. Once used it is never edited; a
 * change is a new version. Immutable.
 *
 * @param form stable id of the form
 * @param digest SHA-256 of the definition's content, in hexadecimal; stored with every submission
 * @param banner shown on every page of the form, such as {@code unofficial-transcription}
 */
public record FormDefinition(
    String form,
    int version,
    String digest,
    Kind kind,
    Wording title,
    Wording about,
    Audience audience,
    Source source,
    Verification verification,
    @Nullable String banner,
    Scoring scoring,
    List<Section> sections) {
  public FormDefinition {
    sections = List.copyOf(sections);
  }

  /** The purpose of the form; a fragment is only included by others. */
  public enum Kind {
    SCREENING,
    INTAKE,
    FOLLOW_UP,
    FRAGMENT
  }

  /** Whom it is about. */
  public enum Audience {
    ANY,
    ADULT,
    CHILD
  }

  /** Whether indicators are weighed, counted, or neither. */
  public enum Scoring {
    NONE,
    PRESENCE,
    ILO
  }

  /** The publisher, by its name in each language, and the licence. */
  public record Source(Wording title, Wording licence) {}

  /** How far the wording was verified against its source. */
  public record Verification(State state, Wording note) {
    /** From the original, from a copy, from memory, our own, or not verified. */
    public enum State {
      PRIMARY,
      SECONDARY,
      FROM_MEMORY,
      OWN,
      UNVERIFIED
    }
  }

  /** All questions in order. */
  public List<Question> questions() {
    return sections.stream().flatMap(section -> section.questions().stream()).toList();
  }

  /** A question by id. */
  public Optional<Question> question(String id) {
    for (Section section : sections) {
      for (Question question : section.questions()) {
        if (question.id().equals(id)) {
          return Optional.of(question);
        }
      }
    }
    return Optional.empty();
  }

  /** A section by id. */
  public Optional<Section> section(String id) {
    return sections.stream().filter(section -> section.id().equals(id)).findFirst();
  }
}
