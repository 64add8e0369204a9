package org.passerelle.understand.dossier.web;

import java.util.UUID;
import org.passerelle.pages.Filled;
import org.passerelle.understand.dossier.Dossier;
import org.passerelle.understand.dossier.edition.Document;
import org.passerelle.understand.dossier.edition.Edition;

/**
 * A version as its page shows it.
 *
 * @param now number of the network's newest change
 * @param victims whether the reader may ask for victims in a file
 * @param form what was filled in and could not be taken
 */
public record DossierPage(
    UUID network, Dossier dossier, Document document, int now, boolean victims, Filled form) {
  /** Where it stands. */
  public String at() {
    return "/understand/networks/" + network + "/dossier/" + dossier.number();
  }

  /** Whether texts are written here: in a draft, beside the team's own words. */
  public boolean writes() {
    return dossier.issued() == null && document.edition() == Edition.MAGISTRATE;
  }

  /** Of how many cases a draft holds data that ended since; an issued version stays as it is. */
  public int ended() {
    return dossier.issued() == null ? dossier.ended() : 0;
  }

  /** What stands in the field of a chapter. */
  public String typed(String chapter) {
    return form.names().contains(chapter) ? form.shown(chapter) : dossier.text(chapter);
  }

  /** From which revision the text of a chapter counts: the one it was typed on, else this one. */
  public int version(String chapter) {
    return form.names().contains(chapter) ? form.version(dossier.revision()) : dossier.revision();
  }
}
