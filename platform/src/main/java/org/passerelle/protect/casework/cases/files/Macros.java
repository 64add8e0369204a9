package org.passerelle.protect.casework.cases.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.passerelle.refusal.Refused;

/**
 * Detects documents that contain programs or other files, which would run on the machine of whoever
 * opens them. Judged by the content; a file name proves nothing.
 */
final class Macros {
  private static final int MANIFEST = 200_000;

  private Macros() {}

  /**
   * Checks the parts of a compressed document.
   *
   * @throws Refused if one of them is a program
   */
  static void refuse(byte[] content) {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT);
        if (isProgram(name) || (isList(name) && listsProgram(zip))) {
          throw new Refused("cases.refused.file-macro");
        }
      }
    } catch (IOException broken) {
      throw new Refused("cases.refused.file-broken");
    }
  }

  /**
   * Parts of Word (VBA, ActiveX, embedded objects) and of OpenDocument (Basic, scripts, objects).
   */
  private static boolean isProgram(String name) {
    return name.endsWith("vbaproject.bin")
        || name.endsWith("vbadata.xml")
        || name.contains("/activex/")
        || name.matches("(word|xl|ppt)/embeddings/.+\\.bin")
        || name.startsWith("basic/")
        || name.startsWith("scripts/")
        || name.startsWith("dialogs/");
  }

  private static boolean isList(String name) {
    return name.equals("[content_types].xml") || name.equals("meta-inf/manifest.xml");
  }

  private static boolean listsProgram(ZipInputStream zip) throws IOException {
    String list =
        new String(zip.readNBytes(MANIFEST), java.nio.charset.StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    return list.contains("macroenabled")
        || list.contains("vbaproject")
        || list.contains("full-path=\"basic/")
        || list.contains("full-path=\"scripts/");
  }
}
