package org.passerelle.protect.casefile;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Moments;
import org.passerelle.language.Texts;
import org.passerelle.protect.consent.signature.Signatures;

/** Signatures on consents, for printed documents. */
record SignedSheets(Signatures signatures, Texts texts, Moments moments) {

  /** Signatures by consent. */
  Map<UUID, List<Sheet.Picture>> of(UUID caseId, SignedIn who) {
    return signatures.of(caseId, who).stream()
        .collect(
            Collectors.groupingBy(
                Signatures.Signature::consent,
                Collectors.mapping(one -> picture(caseId, one, who), Collectors.toList())));
  }

  private Sheet.Picture picture(UUID caseId, Signatures.Signature one, SignedIn who) {
    Signatures.Picture seen = signatures.onPaper(caseId, one, who);
    return Sheet.Picture.of(
        texts.text("casefile.signed." + one.kind(), SheetWriting.when(moments, one.at())),
        seen.type(),
        seen.content());
  }
}
