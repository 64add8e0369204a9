package org.passerelle.protect.sharing.referral.dossier;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.files.CaseAttachments;
import org.passerelle.protect.sharing.enclosure.ChosenFiles;
import org.passerelle.protect.sharing.referral.Referral;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Delivery status of enclosures, for the sender of a referral. */
@Service
public class FilesSent {
  private final CaseAttachments files;
  private final ChosenFiles chosen;

  FilesSent(CaseAttachments files, ChosenFiles chosen) {
    this.files = files;
    this.chosen = chosen;
  }

  /**
   * An enclosure that was sent.
   *
   * @param file the file of the case in its present state, or null if it no longer exists
   */
  public record Sent(ChosenFiles.Chosen way, CaseAttachments.@Nullable CaseFile file) {
    /** Status code: {@code there}, {@code stopped} or {@code awaited}. */
    public String code() {
      return way.isThere() ? "there" : way.stopped() > 0 ? "stopped" : "awaited";
    }
  }

  /** Enclosures of one of the reader's referrals with their delivery status. */
  @Transactional(readOnly = true)
  public List<Sent> of(Referral referral, SignedIn who) {
    Map<UUID, CaseAttachments.CaseFile> versions =
        files.of(referral.caseId(), who).stream()
            .collect(Collectors.toMap(CaseAttachments.CaseFile::id, file -> file));
    return chosen.of(referral.id(), referral.organisation()).stream()
        .filter(one -> one.pieces() > 0)
        .map(one -> new Sent(one, versions.get(one.file())))
        .toList();
  }
}
