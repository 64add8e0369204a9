package org.passerelle.prosecute.joint.far;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.prosecute.investigation.Worded;
import org.passerelle.storage.Sha256;

/**
 * An exhibit of an office of another node, as that office shares it with a team.
 *
 * @param broken when a chain of custody came that does not follow this one; null if none did
 */
public record FarExhibit(UUID id, UUID office, Content content, @Nullable Instant broken) {
  /** What a step of custody can be. */
  public static final List<String> ACTS = List.of("intake", "handover", "refusal", "check");

  /** Whose member it was, as the side says whose exhibit it is. */
  public static final List<String> OFFICES = List.of("sender", "recipient", "other");

  /** Of a longer chain the first steps are told. */
  public static final int MOST = 1000;

  /**
   * What travels and is stored.
   *
   * @param type media type of its content
   * @param taken day on which it was taken in
   * @param chain oldest first
   */
  public record Content(
      String number,
      String kind,
      String title,
      String origin,
      String seizure,
      String seal,
      String type,
      long size,
      String sha256,
      String sha512,
      String taken,
      List<Step> chain)
      implements Worded {
    public Content {
      chain = List.copyOf(chain);
    }

    @Override
    public Map<String, String> texts() {
      return Map.of("title", title, "origin", origin, "seizure", seizure, "seal", seal);
    }

    /** The day on which it was taken in. */
    public LocalDate takenOn() {
      return LocalDate.parse(taken);
    }

    /** Hash of the last entry of the chain, as a case file names it. */
    public String head() {
      return chain.get(chain.size() - 1).hash();
    }

    /** Whose member holds it, one of {@link #OFFICES}. */
    public String holder() {
      return passed().office;
    }

    /** Whether this node's office holds it, as the side says whose exhibit it is. */
    public boolean heldHere() {
      return holder().equals("recipient");
    }

    /** Hash of the entry by which whoever holds it took it. */
    public String taking() {
      return passed().hash;
    }

    private Step passed() {
      return chain.stream()
          .filter(step -> step.act.equals("intake") || step.act.equals("handover"))
          .reduce((earlier, later) -> later)
          .orElseThrow();
    }

    /** Whether an entry of the chain has this hash. */
    public boolean tells(@Nullable String hash) {
      return chain.stream().anyMatch(step -> step.hash.equals(hash));
    }

    /** Digest of the measurements and the first steps of custody, which no later chain alters. */
    public String pin(int steps) {
      StringBuilder text = new StringBuilder(sha256).append(' ').append(sha512);
      for (Step step : chain.subList(0, steps)) {
        text.append('\n').append(step.line());
      }
      return Sha256.of(text.toString());
    }

    /** Whether it begins with its only intake, and no step is earlier than the one before it. */
    public boolean ordered() {
      LocalDate day = LocalDate.MIN;
      for (int i = 0; i < chain.size(); i++) {
        Step step = chain.get(i);
        if (step.act.equals("intake") != (i == 0) || step.day().isBefore(day)) {
          return false;
        }
        day = step.day();
      }
      return !chain.isEmpty();
    }
  }

  /**
   * A step of its custody.
   *
   * @param act one of {@link #ACTS}
   * @param on its day
   * @param office one of {@link #OFFICES}
   * @param hash of the signed entry, which names the one before
   */
  public record Step(String act, String on, String office, String hash) {
    /** Its day. */
    public LocalDate day() {
      return LocalDate.parse(on);
    }

    private String line() {
      return String.join(" ", act, on, office, hash);
    }
  }
}
