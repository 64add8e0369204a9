package org.passerelle.understand.dossier.web;

import java.util.UUID;
import org.passerelle.pages.Filled;
import org.passerelle.understand.dossier.Dossier;
import org.passerelle.understand.dossier.edition.Document;
import org.passerelle.understand.dossier.edition.Edition;

/**
 * The page of a version.
 *
 * @param now number of the network's newest change
 * @param victims whether the user may include victims in a file
 * @param form input with errors
 */
public record DossierPage(
    UUID network, Dossier dossier, Document document, int now, boolean victims, Filled form) {
  /** Path of the version. */
  public String at() {
    return "/understand/networks/" + network + "/dossier/" + dossier.number();
  }

  /** Whether texts can be edited: in a draft, in the edition with the team's words. */
  public boolean writes() {
    return dossier.issued() == null && document.edition() == Edition.MAGISTRATE;
  }

  /** Number of cases in a draft whose basis has ended since; an issued version does not change. */
  public int ended() {
    return dossier.issued() == null ? dossier.ended() : 0;
  }

  /** Value of the text field of a chapter. */
  public String typed(String chapter) {
    return form.names().contains(chapter) ? form.shown(chapter) : dossier.text(chapter);
  }

  /** Base revision of a chapter's text: that of the input, otherwise the current one. */
  public int version(String chapter) {
    return form.names().contains(chapter) ? form.version(dossier.revision()) : dossier.revision();
  }
}
