package org.passerelle.protect.sharing.referral.dossier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Addressees;
import org.passerelle.approval.Approvals;
import org.passerelle.protect.casework.cases.files.CaseAttachments;
import org.passerelle.protect.casework.placement.place.ShelterNames;
import org.passerelle.protect.sharing.consent.Objection;
import org.passerelle.protect.sharing.consent.Released;
import org.passerelle.protect.sharing.enclosure.ChosenFiles;
import org.passerelle.protect.sharing.enclosure.EnclosedPiece;
import org.passerelle.protect.sharing.enclosure.Enclosure;
import org.passerelle.protect.sharing.enclosure.FileCategories;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.protect.sharing.referral.ReferralBasis;
import org.passerelle.protect.sharing.referral.ReferralRows;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Sha256;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files of the case enclosed with a referral or hand-over. No file is enclosed by default; each is
 * enclosed under a category named by the sender and judged by the basis of the dossier like every
 * field.
 */
@Service
public class EnclosureSelection {
  private static final int MEGABYTE = 1 << 20;
  private final ReferralRows rows;
  private final ReferralBasis bases;
  private final CaseAttachments files;
  private final ChosenFiles chosen;
  private final Addressees organisations;
  private final ShelterNames shelters;
  private final Approvals approvals;

  EnclosureSelection(
      ReferralRows rows,
      ReferralBasis bases,
      CaseAttachments files,
      ChosenFiles chosen,
      Addressees organisations,
      ShelterNames shelters,
      Approvals approvals) {
    this.rows = rows;
    this.bases = bases;
    this.files = files;
    this.chosen = chosen;
    this.organisations = organisations;
    this.shelters = shelters;
    this.approvals = approvals;
  }

  /**
   * A file of the case that can be enclosed.
   *
   * @param category category under which it is enclosed; empty until the sender chooses one
   * @param offered categories to choose from
   * @param objection why it may not be enclosed, if so
   */
  public record Choice(
      CaseAttachments.Listed file,
      boolean ticked,
      String category,
      List<String> offered,
      Optional<Objection> objection) {
    public Choice {
      offered = List.copyOf(offered);
    }

    /** The newest version, whose name the sender's colleagues know. */
    public CaseAttachments.CaseFile newest() {
      return file.newest();
    }
  }

  /** Whether a field code stands for enclosures. */
  public static boolean isEnclosed(String code) {
    return Released.of(code).filter(Released::isEnclosed).isPresent();
  }

  /** Whether the recipient can receive files; an older node cannot. */
  @Transactional(readOnly = true)
  public boolean canTake(Referral referral) {
    return organisations.takes(referral.recipient(), EnclosedPiece.KIND);
  }

  /** All files of the case that the reader sees, each with what prevents its enclosure. */
  @Transactional(readOnly = true)
  public List<Choice> choices(Referral referral, SignedIn who) {
    Map<UUID, String> ticked =
        chosen.of(referral.id(), referral.organisation()).stream()
            .collect(Collectors.toMap(ChosenFiles.Chosen::file, ChosenFiles.Chosen::category));
    List<Choice> all = new ArrayList<>();
    boolean takes = canTake(referral);
    long together = 0;
    int count = 0;
    for (CaseAttachments.Listed listed : files.listed(referral.caseId(), who)) {
      CaseAttachments.CaseFile file = listed.newest();
      List<String> offered = FileCategories.offered(file.kind(), file.isPicture());
      String stated = ticked.getOrDefault(file.id(), "");
      String category = offered.size() == 1 ? offered.get(0) : stated;
      boolean goes = ticked.containsKey(file.id());
      if (goes) {
        together += file.size();
        count++;
      }
      Optional<Objection> objection =
          goes ? tooMuch(file, count, together) : Optional.<Objection>empty();
      all.add(
          new Choice(
              listed,
              goes,
              category,
              offered,
              takes
                  ? against(referral, listed, category, who).or(() -> objection)
                  : said("enclosure.refused.older", file)));
    }
    return all;
  }

  private static Optional<Objection> tooMuch(
      CaseAttachments.CaseFile file, int count, long together) {
    if (count > Enclosure.MOST) {
      return said("enclosure.refused.many", file, Enclosure.MOST);
    }
    return together > Enclosure.TOGETHER
        ? said(
            "enclosure.refused.together",
            file,
            (together + MEGABYTE - 1) / MEGABYTE,
            Enclosure.TOGETHER / MEGABYTE)
        : Optional.empty();
  }

  private Optional<Objection> against(
      Referral referral, CaseAttachments.Listed listed, String category, SignedIn who) {
    CaseAttachments.CaseFile file = listed.newest();
    if (file.size() > Enclosure.LARGEST) {
      return said("enclosure.refused.large", file, Enclosure.LARGEST / MEGABYTE);
    }
    if (shelters.isNamedIn(file.name() + " \n " + listed.description(), who.organisation())) {
      return said("enclosure.refused.shelter", file);
    }
    if (category.isEmpty()) {
      return said("enclosure.refused.category", file);
    }
    UUID basis = referral.basis();
    return basis == null
        ? Optional.empty()
        : bases
            .judge(rows.file(referral, who), referral, Set.of(category), basis)
            .map(
                o ->
                    o.key().equals("consent.objection.category")
                        ? objection("enclosure.refused.not-covered", file)
                        : o);
  }

  private static Optional<Objection> said(
      String key, CaseAttachments.CaseFile file, @Nullable Object... more) {
    return Optional.of(objection(key, file, more));
  }

  private static Objection objection(
      String key, CaseAttachments.CaseFile file, @Nullable Object... more) {
    return new Objection(
        key,
        Stream.concat(Stream.of(file.name()), Stream.of(more)).map(Object.class::cast).toList());
  }

  /**
   * Stores the selected files in the draft, including those that may not be enclosed, so that no
   * selection is lost.
   *
   * @param wanted categories by the identifier of a file's newest version, empty if none was
   *     chosen; files of other cases are ignored, and a category that does not apply counts as none
   */
  @Transactional
  public void choose(UUID id, Map<UUID, String> wanted, SignedIn who) {
    Referral draft = rows.draftOf(id, who);
    if (approvals.waiting(Referrals.SEND, id).isPresent()) {
      // a second person must approve exactly what they read
      throw new Refused("referral.refused.waits");
    }
    Map<UUID, String> kept = new LinkedHashMap<>();
    for (CaseAttachments.Listed listed : files.listed(draft.caseId(), who)) {
      CaseAttachments.CaseFile file = listed.newest();
      String category = wanted.get(file.id());
      if (category != null) {
        List<String> offered = FileCategories.offered(file.kind(), file.isPicture());
        kept.put(
            file.id(),
            offered.size() == 1 ? offered.get(0) : offered.contains(category) ? category : "");
      }
    }
    chosen.replace(id, who.organisation(), draft.caseId(), kept);
    rows.choose(
        id,
        Stream.concat(
                draft.fields().stream().filter(code -> !isEnclosed(code)),
                kept.values().stream()
                    .distinct()
                    .flatMap(category -> Released.enclosed(category).stream())
                    .map(Released::code))
            .toList(),
        draft.answers(),
        draft.basis());
  }

  /** Enclosures of a draft as they would be announced; their contents are not opened. */
  List<Enclosure> announced(Referral draft, SignedIn who) {
    Map<UUID, CaseAttachments.Listed> there = there(draft, who);
    List<Enclosure> announced = new ArrayList<>();
    for (ChosenFiles.Chosen one : chosen.of(draft.id(), draft.organisation())) {
      CaseAttachments.Listed listed = there.get(one.file());
      if (listed != null) {
        announced.add(enclosure(one, listed, ""));
      }
    }
    return announced;
  }

  private Map<UUID, CaseAttachments.Listed> there(Referral referral, SignedIn who) {
    return files.listed(referral.caseId(), who).stream()
        .collect(Collectors.toMap(listed -> listed.newest().id(), listed -> listed));
  }

  private static Enclosure enclosure(
      ChosenFiles.Chosen one, CaseAttachments.Listed listed, String digest) {
    CaseAttachments.CaseFile file = listed.newest();
    return new Enclosure(
        one.id(),
        file.name(),
        listed.description(),
        file.kind(),
        one.category(),
        file.mediaType(),
        file.size(),
        digest);
  }

  /** Enclosures with their contents by identifier. */
  record Packed(List<Enclosure> announced, Map<UUID, byte[]> contents) {}

  /**
   * Opens the enclosures; each access is logged.
   *
   * @throws Refused if a selected file may not be enclosed, has changed since or no longer exists
   */
  Packed pack(Referral draft, SignedIn who) {
    List<ChosenFiles.Chosen> ticked = chosen.of(draft.id(), draft.organisation());
    if (ticked.isEmpty()) {
      return new Packed(List.of(), Map.of());
    }
    List<Choice> choices = choices(draft, who);
    choices.stream()
        .filter(Choice::ticked)
        .flatMap(choice -> choice.objection().stream())
        .findFirst()
        .ifPresent(ReferralBasis::refuse);
    Map<UUID, CaseAttachments.Listed> there = there(draft, who);
    List<Enclosure> announced = new ArrayList<>();
    Map<UUID, byte[]> contents = new LinkedHashMap<>();
    for (ChosenFiles.Chosen one : ticked) {
      CaseAttachments.Listed listed = there.get(one.file());
      if (listed == null) {
        throw new Refused("enclosure.refused.gone");
      }
      byte[] content = files.open(draft.caseId(), one.file(), who).content();
      CaseAttachments.CaseFile file = listed.newest();
      if (file.mediaType().equals("text/plain")
          && shelters.isNamedIn(new String(content, StandardCharsets.UTF_8), who.organisation())) {
        ReferralBasis.refuse(objection("enclosure.refused.shelter", file));
      }
      announced.add(enclosure(one, listed, Sha256.of(content)));
      contents.put(one.id(), content);
    }
    return new Packed(announced, contents);
  }
}
