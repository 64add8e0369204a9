package org.passerelle.prosecute.exhibit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.signing.OfficerKeys;
import org.passerelle.storage.House;
import org.passerelle.work.Upload;

/** Exhibits for tests. */
public final class ExhibitScenes {
  private final House house;

  public ExhibitScenes(House house) {
    this.house = house;
  }

  /** Makes sure that somebody can sign. */
  public void key(SignedIn who) {
    OfficerKeys keys = house.get(OfficerKeys.class);
    if (keys.current(List.of(who.user()), who.organisation()).isEmpty()) {
      keys.make(who);
    }
  }

  public UUID described(UUID investigation, SignedIn who) {
    return house.get(Exhibits.class).describe(investigation, draft("A telephone"), who);
  }

  static Exhibit.Draft draft(String title) {
    return new Exhibit.Draft(
        "file", new Exhibit.Words(title, "The flat of S-1", "Record 12", "Seal 4", "Safe 2"));
  }

  UUID arrived(UUID investigation, UUID exhibit, String name, byte[] content, SignedIn who) {
    try {
      return house
          .get(ExhibitUploads.class)
          .receive(
              investigation, exhibit, new Upload(name, new ByteArrayInputStream(content)), who);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An exhibit that the user took in and holds. */
  public UUID held(UUID investigation, byte[] content, SignedIn who) {
    return held(investigation, "calls.csv", content, who);
  }

  /** The same under a name. */
  public UUID held(UUID investigation, String name, byte[] content, SignedIn who) {
    key(who);
    UUID exhibit = described(investigation, who);
    takeIn(investigation, exhibit, name, content, who);
    return exhibit;
  }

  /** Uploads a file for an exhibit and takes it in. */
  public void takeIn(UUID investigation, UUID exhibit, String name, byte[] content, SignedIn who) {
    UUID upload = arrived(investigation, exhibit, name, content, who);
    house
        .get(ExhibitIntake.class)
        .takeIn(investigation, exhibit, upload, false, new CustodyWords("Office 3", "Search"), who);
  }

  /** A page with a line of text, at 72 points from the left and 92 from above. */
  public static byte[] pdf(String line) {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.newLineAtOffset(72, 700);
        content.showText(line);
        content.endText();
      }
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] pdf(boolean encrypted, boolean script) {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      document.addPage(new PDPage());
      if (script) {
        document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
      }
      if (encrypted) {
        document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      }
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
