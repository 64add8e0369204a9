package org.passerelle.understand.diagnosis.refi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.LongPatience;
import org.passerelle.refusal.Refused;

/** Files of other programs: what they say, and what is refused before it does harm. */
class ProjectReaderTest {
  private static final String GUID = "11111111-2222-4333-8444-%012d";
  private static final String OPEN =
      "<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"Field\" origin=\"Other 9\">";

  @Test
  void aProjectOfAnotherProgramIsRead() throws IOException {
    String xml =
        OPEN
            + "<Users><User guid=\"%1$s\" name=\"One\"/><User guid=\"%2$s\" name=\"Two\"/></Users>"
            + "<CodeBook><Codes><Code guid=\"{%3$s}\" name=\"Control\" isCodable=\"true\">"
            + "<Description>What binds</Description><Code guid=\"%4$s\" name=\"Papers\" isCodable=\"true\"/>"
            + "</Code></Codes><Sets><Set guid=\"%9$s\" name=\"All\"/></Sets></CodeBook>"
            + "<Sources><TextSource guid=\"%5$s\" name=\"First\" plainTextPath=\"internal://A.TXT\">"
            + "<PlainTextSelection guid=\"%6$s\" startPosition=\"3\" endPosition=\"8\" creatingUser=\"%1$s\">"
            + "<Coding guid=\"%7$s\"><CodeRef targetGUID=\"%4$s\"/></Coding>"
            + "<Coding guid=\"%8$s\" creatingUser=\"%2$s\"><CodeRef targetGUID=\"{%3$s}\"/></Coding>"
            + "</PlainTextSelection></TextSource>"
            + "<TextSource guid=\"%9$s\"><PlainTextContent>Said &amp; done</PlainTextContent></TextSource>"
            + "<PDFSource guid=\"%9$s\" path=\"internal://x.pdf\"><Representation guid=\"%9$s\">"
            + "<PlainTextSelection startPosition=\"0\" endPosition=\"1\"><Coding><CodeRef targetGUID=\"%4$s\"/></Coding>"
            + "</PlainTextSelection></Representation></PDFSource></Sources></Project>";
    RefiProject read =
        read("project.qde", filled(xml), "Sources/a.txt", "\uFEFFOne two", "Sources/x.pdf", "%PDF");
    assertThat(read.name()).isEqualTo("Field");
    assertThat(read.codes())
        .containsExactly(
            new RefiProject.Code(
                guid(3),
                "Control",
                "",
                List.of(new RefiProject.Code(guid(4), "Papers", "", List.of()))));
    assertThat(read.sources()).hasSize(2);
    assertThat(read.sources().get(0).text()).isEqualTo("\uFEFFOne two");
    assertThat(read.sources().get(0).codings())
        .containsExactly(
            new RefiProject.Coded(guid(7), guid(4), guid(1), 3, 8),
            new RefiProject.Coded(guid(8), guid(3), guid(2), 3, 8));
    assertThat(read.sources().get(1).text()).isEqualTo("Said & done");
    assertThat(read.coder(guid(2)).orElseThrow().name()).isEqualTo("Two");
  }

  @Test
  void aCodeBookAloneIsRead() {
    String book =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"Other\">"
            + "<Codes><Code guid=\"%1$s\" name=\"Новац\" isCodable=\"true\"/></Codes></CodeBook>";
    RefiProject read = ProjectReader.read(filled(book).getBytes(StandardCharsets.UTF_8));
    assertThat(read.codes()).extracting(RefiProject.Code::name).containsExactly("Новац");
    assertThat(read.sources()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE Project [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]>" + OPEN + "&b;</Project>",
        OPEN + "&undeclared;</Project>",
        "<!DOCTYPE Project SYSTEM \"file:///etc/passwd\">" + OPEN + "</Project>",
        "<!DOCTYPE Project [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
            + OPEN
            + "<Sources><TextSource><PlainTextContent>&x;</PlainTextContent></TextSource></Sources></Project>"
      })
  void documentTypesAndEntitiesAreRefused(String xml) {
    refuses("refi.refused.doctype", xml.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.txt",
        "/etc/evil.txt",
        "sources/../../evil.txt",
        "C:evil.txt",
        "a\\b.txt"
      })
  void pathsThatLeadOutAreRefused(String path) throws IOException {
    refuses("refi.refused.path", pack(Map.of(path, bytes("x"))));
  }

  @Test
  @Timeout(LongPatience.SECONDS)
  void whatUnpacksToTooMuchIsRefused() throws IOException {
    byte[] zeros = new byte[40 * 1024 * 1024];
    Arrays.fill(zeros, (byte) ' ');
    byte[] bomb = pack(Map.of("sources/a.txt", zeros));
    assertThat(bomb.length).isLessThan(100_000);
    refuses("refi.refused.large", bomb);
    refuses("refi.refused.large", pack(Map.of("a.mp3", zeros, "b.mp3", zeros, "c.mp3", zeros)));
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i < 2_001; i++) {
      many.put("sources/%d.txt".formatted(i), bytes("x"));
    }
    refuses("refi.refused.large", pack(many));
  }

  @Test
  void treesThatAreTooDeepOrTooWideAreRefused() {
    String code = "<Code guid=\"%1$s\" name=\"c\">";
    String deep =
        OPEN
            + "<CodeBook><Codes>"
            + code.repeat(40)
            + "</Code>".repeat(40)
            + "</Codes></CodeBook></Project>";
    refuses("refi.refused.large", bytes(filled(deep)));
    String wide =
        OPEN
            + "<CodeBook><Codes>"
            + (code + "</Code>").repeat(1_001)
            + "</Codes></CodeBook></Project>";
    refuses("refi.refused.large", bytes(filled(wide)));
  }

  @Test
  void whatIsNoProjectIsRefused() throws IOException {
    refuses("refi.refused.kind", bytes("<html xmlns=\"http://www.w3.org/1999/xhtml\"/>"));
    refuses("refi.refused.kind", bytes("<Project name=\"of another kind\"/>"));
    refuses("refi.refused.kind", pack(Map.of("word/document.xml", bytes("<w/>"))));
    refuses("refi.refused.broken", bytes("not XML"));
    refuses("refi.refused.broken", bytes(OPEN + "<Users>"));
    byte[] whole = pack(Map.of("project.qde", bytes(OPEN + " ".repeat(5_000) + "</Project>")));
    refuses("refi.refused.broken", Arrays.copyOf(whole, 60));
    refuses("refi.refused.broken", new byte[0]);
  }

  @Test
  void positionsCountCodePointsAndBearOtherLineEnds() {
    String said = "A 😀 face.\nAnd more.";
    Positions same = Positions.of(said, said).orElseThrow();
    assertThat(said.substring(same.at(4), same.at(8))).isEqualTo("face");
    Positions other = Positions.of("\uFEFF  A 😀 face.\r\nAnd more.\r\n", said).orElseThrow();
    assertThat(said.substring(other.at(6), other.at(10))).isEqualTo("face");
    assertThat(said.substring(other.at(13), other.at(16))).isEqualTo("And");
    assertThat(other.holds(6, 10)).isTrue();
    assertThat(other.holds(10, 6)).isFalse();
    assertThat(other.holds(-1, 6)).isFalse();
    assertThat(other.holds(6, 1_000)).isFalse();
    assertThat(other.holds(0, 2)).as("white space before the text").isFalse();
    assertThat(Positions.of("A face. And more.", said)).isEqualTo(Optional.empty());
  }

  private static void refuses(String key, byte[] file) {
    assertThatThrownBy(() -> ProjectReader.read(file))
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.key()).isEqualTo(key));
  }

  private static RefiProject read(String... namesAndTexts) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.put(namesAndTexts[i], bytes(namesAndTexts[i + 1]));
    }
    return ProjectReader.read(pack(files));
  }

  static byte[] pack(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String guid(int number) {
    return GUID.formatted(number);
  }

  private static String filled(String xml) {
    return xml.formatted(
        guid(1), guid(2), guid(3), guid(4), guid(5), guid(6), guid(7), guid(8), guid(9));
  }
}
