package org.passerelle.prosecute.joint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Days;
import org.passerelle.prosecute.investigation.Worded;

/**
 * A joint investigation team with its agreement. Immutable.
 *
 * @param basis one of {@link #BASES}
 * @param until last day, as last extended
 * @param endedOn day on which it ended before; null if it did not
 * @param founder organisation that proposed it
 * @param parties who came first first
 * @param amendments newest first
 */
public record JointTeam(
    UUID id,
    String basis,
    Words words,
    LocalDate from,
    LocalDate until,
    @Nullable LocalDate endedOn,
    UUID founder,
    Instant at,
    List<Party> parties,
    List<Amendment> amendments) {
  /** Legal bases of an agreement. */
  public static final List<String> BASES =
      List.of("eu_2000", "eu_2002", "coe_2001", "un_2000", "see_2006", "bilateral", "national");

  /** How many organisations must have signed. */
  static final int LEAST = 2;

  private static final int REFERENCE = 8;

  public JointTeam {
    parties = List.copyOf(parties);
    amendments = List.copyOf(amendments);
  }

  /**
   * What people wrote.
   *
   * @param reference number that the offices give it; may be empty
   * @param provision article or agreement, beside the code of the basis; may be empty
   */
  public record Words(String name, String reference, String provision, String purpose)
      implements Worded {
    @Override
    public Map<String, String> texts() {
      return Map.of(
          "name", name, "reference", reference, "provision", provision, "purpose", purpose);
    }
  }

  /** Why an organisation declined or left. */
  record Reason(String reason) implements Worded {
    @Override
    public Map<String, String> texts() {
      return Map.of("reason", reason);
    }
  }

  /** What is entered. */
  public record Draft(String basis, LocalDate from, LocalDate until, Words words) {}

  /**
   * An organisation of the team.
   *
   * @param far whether it is on another node
   * @param state {@code invited}, {@code signed}, {@code declined} or {@code left}; {@code
   *     unreached} if its node did not take the proposal
   * @param investigation which it brings; null before it signed, and of another node
   * @param number of the investigation on another node; empty otherwise
   * @param reason why it declined or left; empty otherwise
   * @param at since when it stands so
   * @param members who was named besides the prosecutors of the investigation
   */
  public record Party(
      UUID organisation,
      boolean far,
      String state,
      @Nullable UUID investigation,
      String number,
      String reason,
      Instant at,
      Set<UUID> members) {
    public Party {
      members = Set.copyOf(members);
    }

    /** Whether it was asked and would not. */
    boolean declined() {
      return state.equals("declined");
    }

    /** Whether it is on the team. */
    public boolean signed() {
      return state.equals("signed");
    }
  }

  /** A place at the table: an organisation, and whether it is on another node. */
  record Seat(UUID organisation, boolean far) {}

  /**
   * A change of the agreement, as proposed: a later last day, or another organisation.
   *
   * @param until the last day, or null
   * @param newcomer the organisation, or null
   * @param state {@code open}, {@code agreed} or {@code refused}
   * @param by organisation that proposed it
   * @param signed organisations that signed it
   */
  public record Amendment(
      UUID id,
      @Nullable LocalDate until,
      @Nullable UUID newcomer,
      String state,
      UUID by,
      Instant at,
      Set<UUID> signed) {
    public Amendment {
      signed = Set.copyOf(signed);
    }

    /** {@code extension} or {@code accession}. */
    public String kind() {
      return newcomer == null ? "extension" : "accession";
    }

    /** Whether signatures are missing. */
    public boolean open() {
      return state.equals("open");
    }
  }

  /** What all call it where its name must not stand, such as {@code JIT-0A1B2C3D}. */
  public String called() {
    String digits = id.toString();
    return "JIT-" + digits.substring(digits.length() - REFERENCE).toUpperCase(Locale.ROOT);
  }

  /** Organisations that are on the team. */
  public List<Party> signed() {
    return parties.stream().filter(Party::signed).toList();
  }

  /** Organisations that read what is written here, or have read it. */
  List<UUID> organisations() {
    return parties.stream().map(Party::organisation).toList();
  }

  /** The party that an organisation is, whatever its state. */
  public Optional<Party> party(UUID organisation) {
    return parties.stream().filter(one -> one.organisation.equals(organisation)).findFirst();
  }

  /** The amendment that waits for signatures. */
  public Optional<Amendment> proposed() {
    return amendments.stream().filter(Amendment::open).findFirst();
  }

  /** Who asked an organisation to sign: whoever proposed its accession, or the team. */
  public UUID askedBy(UUID organisation) {
    return amendments.stream()
        .filter(one -> one.state.equals("agreed") && organisation.equals(one.newcomer))
        .findFirst()
        .map(Amendment::by)
        .orElse(founder);
  }

  /** The party on another node; such a team has two. */
  public Optional<Party> far() {
    return parties.stream().filter(Party::far).findFirst();
  }

  /** The one on this node, of a team of two nodes. */
  UUID here() {
    return parties.stream().filter(one -> !one.far).findFirst().orElseThrow().organisation();
  }

  /** Organisations of this node that are on the team. */
  List<Party> signedHere() {
    return signed().stream().filter(one -> !one.far).toList();
  }

  /** Whether as many as are needed have signed. */
  public boolean agreed() {
    return signed().size() >= LEAST;
  }

  /** Whether what an organisation shares is read by the others: both are on it, and it goes on. */
  boolean shares(UUID organisation, Instant now) {
    return agreed() && !over(now) && party(organisation).filter(Party::signed).isPresent();
  }

  /** Whether it ever was in force, and not only proposed. */
  boolean cameAbout() {
    return parties.stream().filter(one -> one.signed() || one.state.equals("left")).count()
        >= LEAST;
  }

  /** Whether nothing goes on any more: it was ended, or its last day is over everywhere. */
  public boolean over(Instant now) {
    return endedOn != null || Days.over(until, now);
  }

  /**
   * How it stands for a reader.
   *
   * @param today the reader's day
   * @return {@code proposed}, {@code agreed} before its first day, {@code in_force} or {@code
   *     ended}
   */
  public String state(LocalDate today) {
    if (endedOn != null || until.isBefore(today)) {
      return "ended";
    }
    if (!agreed()) {
      return "proposed";
    }
    return from.isAfter(today) ? "agreed" : "in_force";
  }

  /** The day on which it ended or will end. */
  public LocalDate end() {
    return endedOn == null ? until : endedOn;
  }
}
