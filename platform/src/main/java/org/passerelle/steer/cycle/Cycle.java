package org.passerelle.steer.cycle;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.register.Entry;
import org.passerelle.register.Register;
import org.passerelle.register.Staleness;
import org.passerelle.register.Values;
import org.passerelle.steer.cycle.CycleDocument.Kind;
import org.passerelle.steer.cycle.CycleDocument.State;
import org.passerelle.storage.Identifiers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drafts, submits and decides the yearly documents. A document is approved when every body of the
 * committee has approved the same round; after that it cannot be changed, only amended.
 */
@Component
@Transactional
public class Cycle {
  private final CycleDocuments documents;
  private final Deliberations deliberations;
  private final CycleDraft draft;
  private final Seats seats;
  private final Register register;
  private final Identifiers identifiers;
  private final AuditLog audit;
  private final Clock clock;

  Cycle(
      CycleDocuments documents,
      Deliberations deliberations,
      CycleDraft draft,
      Seats seats,
      Register register,
      Identifiers identifiers,
      AuditLog audit,
      Clock clock) {
    this.documents = documents;
    this.deliberations = deliberations;
    this.draft = draft;
    this.seats = seats;
    this.register = register;
    this.identifiers = identifiers;
    this.audit = audit;
    this.clock = clock;
  }

  /** All documents, latest year first. */
  @Transactional(readOnly = true)
  public List<CycleDocument> all() {
    return documents.all();
  }

  /** A document. */
  @Transactional(readOnly = true)
  public Optional<CycleDocument> find(UUID id) {
    return documents.find(id);
  }

  /**
   * Drafts a document from the register.
   *
   * @throws Refused if there is one for the year already; an approved one is amended instead
   */
  public CycleDocument draft(SignedIn who, Kind kind, int year) {
    if (documents.all().stream().anyMatch(d -> d.kind() == kind && d.year() == year)) {
      throw new Refused("cycle.refused.exists", year).at("year");
    }
    return enter(who, kind, year, 1, draft.of(register.facts(), kind, year), null);
  }

  /**
   * Creates the next version of an approved document.
   *
   * @throws Refused if it is not approved, or another amendment is open
   */
  public CycleDocument amend(SignedIn who, CycleDocument approved) {
    boolean latest =
        documents.all().stream()
            .filter(d -> d.kind() == approved.kind() && d.year() == approved.year())
            .noneMatch(d -> d.version() > approved.version());
    if (approved.state() != State.APPROVED || !latest) {
      throw new Refused("cycle.refused.amend");
    }
    return enter(
        who,
        approved.kind(),
        approved.year(),
        approved.version() + 1,
        approved.content().content(),
        approved.id());
  }

  private CycleDocument enter(
      SignedIn who,
      Kind kind,
      int year,
      int version,
      Map<String, Object> content,
      @Nullable UUID amends) {
    CycleDocument drafted =
        new CycleDocument(
            identifiers.next(),
            kind,
            year,
            version,
            State.DRAFT,
            1,
            0,
            null,
            Values.of(Summaries.added(content)),
            amends,
            "",
            null,
            who.name(),
            clock.instant());
    documents.insert(drafted);
    log(who, "cycle.drafted", drafted);
    return drafted;
  }

  /**
   * Changes the text of a section.
   *
   * @param texts heading and text by language
   * @param fits whether unchanged translations are still valid
   * @throws Refused if it is submitted or approved
   * @throws ChangedMeanwhile if somebody changed it meanwhile
   */
  public void edit(
      CycleDocument document,
      int revision,
      String key,
      Map<String, String> heading,
      Map<String, String> text,
      boolean fits) {
    mayChange(document);
    List<Object> sections = new ArrayList<>();
    for (Values section : document.sections()) {
      Map<String, Object> content = new LinkedHashMap<>(section.content());
      if (section.text("key").equals(key)) {
        content.put("heading", Staleness.marked(content.get("heading"), heading, fits));
        content.put("text", Staleness.marked(content.get("text"), text, fits));
      }
      sections.add(content);
    }
    store(document.rewritten(sections), revision);
  }

  /**
   * Submits a document to the committee.
   *
   * @param session day of the committee's meeting
   * @throws Refused if it is not open, or a translation is missing
   * @throws ChangedMeanwhile if somebody changed it meanwhile
   */
  public void submit(SignedIn who, CycleDocument document, int revision, LocalDate session) {
    mayChange(document);
    if (!document.missing().isEmpty()) {
      throw new Refused("cycle.refused.missing").at("session");
    }
    CycleDocument submitted = document.submitted(session);
    store(submitted, revision);
    log(who, "cycle.submitted", submitted);
  }

  /**
   * Records a member's decision for their body. The first return ends the round; the last approval
   * freezes the document.
   *
   * @throws Refused if it is not submitted, the member has no seat, or a return has no reason
   */
  public void decide(SignedIn who, CycleDocument document, boolean approved, String reason) {
    String member = seats.of(who.user()).orElseThrow(() -> new Refused("cycle.refused.no-seat"));
    // lock the document: two simultaneous last approvals must not miss each other
    CycleDocument now = documents.held(document.id()).orElseThrow(NotFound::new);
    if (now.state() != State.SUBMITTED || now.round() != document.round()) {
      throw new Refused("cycle.refused.not-submitted");
    }
    if (!approved && reason.isEmpty()) {
      throw new Refused("cycle.refused.reason").at("reason");
    }
    deliberations.decided(who, now, member, approved, reason);
    if (!approved) {
      store(now.returned(), now.revision());
    } else if (everybodyApproved(now)) {
      store(now.frozen(clock.instant()), now.revision());
    }
    log(who, approved ? "cycle.approved" : "cycle.returned", now);
  }

  private boolean everybodyApproved(CycleDocument document) {
    Set<String> approving =
        decisions(document).stream()
            .filter(Decision::approved)
            .map(Decision::member)
            .collect(Collectors.toSet());
    List<Entry> members = seats.members();
    return !members.isEmpty() && members.stream().allMatch(m -> approving.contains(m.id()));
  }

  /** The decisions of the current round, earliest first. */
  @Transactional(readOnly = true)
  public List<Decision> decisions(CycleDocument document) {
    return deliberations.decisions(document);
  }

  /** What others did to the documents after a moment, latest first. */
  @Transactional(readOnly = true)
  public List<CycleChange> since(Instant moment, SignedIn reader, int most) {
    List<CycleChange> changes = new ArrayList<>(deliberations.decidedSince(moment, reader, most));
    changes.addAll(deliberations.remarkedSince(moment, reader, most));
    documents.all().stream()
        .filter(d -> d.draftedAt().isAfter(moment) && !d.draftedBy().equals(reader.name()))
        .map(
            d ->
                new CycleChange(d.id(), CycleChange.What.DRAFTED, "", d.draftedBy(), d.draftedAt()))
        .forEach(changes::add);
    return changes.stream()
        .sorted(Comparator.comparing(CycleChange::at).reversed())
        .limit(most)
        .toList();
  }

  /** Adds a comment. */
  public void comment(SignedIn who, CycleDocument document, String section, String text) {
    deliberations.remarked(who, document, section, text);
  }

  /** The comments on a document, earliest first. */
  @Transactional(readOnly = true)
  public List<Comment> comments(CycleDocument document) {
    return deliberations.comments(document);
  }

  private static void mayChange(CycleDocument document) {
    if (!document.open()) {
      throw new Refused("cycle.refused.closed");
    }
  }

  private void store(CycleDocument document, int before) {
    if (!documents.change(document, before)) {
      throw new ChangedMeanwhile(before, need(document.id()).revision());
    }
  }

  private void log(SignedIn who, String action, CycleDocument document) {
    audit.write(
        who,
        action,
        "cycle",
        document.id(),
        Map.of("revision", String.valueOf(document.revision())));
  }

  /** The document; "not found" if it does not exist. */
  @Transactional(readOnly = true)
  public CycleDocument need(UUID id) {
    return documents.find(id).orElseThrow(NotFound::new);
  }
}
