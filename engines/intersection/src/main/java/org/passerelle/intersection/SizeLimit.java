package org.passerelle.intersection;

import org.jspecify.annotations.Nullable;

/**
 * How large a set the asker raises. Each token of it is one guess that the asked side may make at
 * the questions of a day; so no set is raised that is larger than what the partner declared, or
 * that grew faster than files come in.
 *
 * @param mostFiles as the partner declared it
 * @param mostNew files that may be new since the commitment before
 * @param before the last commitment of this partner; null the first time
 */
public record SizeLimit(int mostFiles, int mostNew, @Nullable Commitment before) {
  void check(Commitment now) {
    if (now.files() > mostFiles || (long) now.tokens() > (long) now.files() * Kind.MOST_OF_A_FILE) {
      throw new BadExchange(
          """
          %s offers %d tokens of %d files; agreed are %d files with %d tokens each.
          Maybe the set is padded with guesses."""
              .formatted(
                  now.exchange().asked(),
                  now.tokens(),
                  now.files(),
                  mostFiles,
                  Kind.MOST_OF_A_FILE));
    }
    if (before != null && now.files() > before.files() + mostNew) {
      throw new BadExchange(
          """
          %s offers %d files, %d on %s; at most %d may be new.
          Maybe the set is padded with guesses."""
              .formatted(
                  now.exchange().asked(),
                  now.files(),
                  before.files(),
                  before.exchange().day(),
                  mostNew));
    }
  }
}
