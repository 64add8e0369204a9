package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Input that no form would send: each gets a message, and nothing is lost or half-stored. */
class BadInputFromOutsideTest {
  private Client client = new Client(Server.demo().address());
  private String at = "";

  @BeforeEach
  void aCase() {
    client = Client.in(Server.demo().address(), "jelena.most");
    client.get("/language/en?to=/");
    client.get("/protect/cases/new");
    at = open("name", "Elm").location();
    assertThat(at).matches("/protect/cases/[0-9a-f-]{36}");
  }

  @Test
  void aNameOfAMegabyte() {
    client.get("/protect/cases/new");
    String typed = "Persimmon is kept";
    Client.Answer answer = open("name", "x".repeat(1_000_000), "take_care", typed);
    assertThat(answer.status()).isIn(200, 422);
    isASentence(answer);
    assertThat(answer.body()).contains("field-error", typed);
  }

  @Test
  void controlCharacters() {
    client.get("/protect/cases/new");
    Client.Answer answer = open("name", "Ro\u0000wa\u0007n\u202Etxt", "pseudonym", "Quince\u0001");
    isASentence(answer);
    if (answer.status() == 302) {
      String page = client.get(answer.location()).body();
      assertThat(page).doesNotContain("\u0000", "\u0001", "\u0007", "\u202E").contains("Quince");
    } else {
      assertThat(answer.body()).contains("field-error");
    }
  }

  @Test
  void aDateIn2199() {
    client.get("/protect/cases/new");
    for (String field : new String[] {"birth", "first_contact"}) {
      Client.Answer answer = open(field, "2199-01-01", "take_care", "Medlar is kept");
      assertThat(answer.status()).as(field).isIn(200, 422);
      assertThat(answer.body()).contains("field-error", "Medlar is kept", "2199-01-01");
      isASentence(answer);
    }
  }

  @Test
  void anUnknownCode() {
    client.get("/protect/cases/new");
    Client.Answer answer = open("country", "QQ", "take_care", "Sorrel is kept");
    assertThat(answer.status()).isIn(200, 422);
    assertThat(answer.body()).contains("field-error", "Sorrel is kept");
    isASentence(answer);
    assertThat(client.get("/protect/forms/no-such-form").status()).isEqualTo(404);
    assertThat(client.get("/protect/cases?state=nonsense&sort=drop&page=-9").status())
        .isEqualTo(200);
    assertThat(client.get("/protect/cases/not-an-id").status()).isEqualTo(404);
  }

  @Test
  void anUploadThatBreaksOff() throws IOException {
    client.get(at + "/notes");
    URI server = URI.create(Server.demo().address());
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST "
                  + at
                  + "/files HTTP/1.1\r\nHost: "
                  + server.getAuthority()
                  + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n"
                  + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"broken-off.txt\"\r\n\r\nhalf")
              .getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }
    Client.Answer whole = client.upload(at + "/files", "other", "empty.txt", new byte[0]);
    isASentence(whole);
    assertThat(client.get(at + "/notes").body()).doesNotContain("broken-off.txt");
    assertThat(client.get("/health").body()).isEqualTo("up");
  }

  @Test
  void aZipBomb() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
      zip.setLevel(Deflater.BEST_COMPRESSION);
      for (String name : new String[] {"[Content_Types].xml", "word/document.xml"}) {
        zip.putNextEntry(new ZipEntry(name));
        byte[] zeros = new byte[1 << 20];
        for (int i = 0; i < 400; i++) {
          zip.write(zeros);
        }
        zip.closeEntry();
      }
    }
    isRefusedFile("bomb.docx", bomb.toByteArray());
  }

  @Test
  void aPictureOfTooManyPixels() throws IOException {
    isRefusedFile("bomb.png", png(60_000, 60_000));
  }

  @Test
  void aProgramThatCallsItselfAPicture() {
    isRefusedFile("photo.jpg", "#!/bin/sh\nrm -rf /\n".getBytes(StandardCharsets.UTF_8));
    isRefusedFile(
        "page.pdf", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aFileOfTwentyMegabytes() {
    client.get(at + "/notes");
    Client.Answer answer =
        client.upload(
            at + "/files",
            "other",
            "large.txt",
            "x".repeat(11_800_000).getBytes(StandardCharsets.UTF_8));
    assertThat(answer.status()).isIn(409, 413, 422);
    isASentence(answer);
  }

  @Test
  void aFileIsGivenBackAsItWasAndAsAnAttachment() {
    client.get(at + "/notes");
    Client.Answer answer =
        client.upload(
            at + "/files",
            "other",
            "../../etc/passwd.txt",
            "Каша".getBytes(StandardCharsets.UTF_8));
    assertThat(answer.status()).as(answer.body()).isEqualTo(302);
    assertThat(client.get(at + "/notes").body()).contains("passwd.txt").doesNotContain("../");
  }

  private void isRefusedFile(String name, byte[] content) {
    client.get(at + "/notes");
    double before = Server.demo().cpuSeconds();
    Client.Answer answer = client.upload(at + "/files", "other", name, content);
    assertThat(answer.status()).as(name).isIn(200, 409, 413, 422);
    isASentence(answer);
    assertThat(Server.demo().cpuSeconds() - before).as("seconds that it computes").isLessThan(10);
    assertThat(client.get(at + "/notes").body()).doesNotContain(name + "</a>");
  }

  private static void isASentence(Client.Answer answer) {
    assertThat(answer.status()).isLessThan(500);
    assertThat(answer.body()).doesNotContain("Exception", "\tat ", "at org.", "Whitelabel");
  }

  /** Opens a case with valid fields except these. */
  private Client.Answer open(String... different) {
    return client.post("/protect/cases", SoundCase.but(different));
  }

  private static byte[] png(int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    chunk(
        out,
        "IHDR",
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array());
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      deflater.write(new byte[1 << 20]);
    }
    chunk(out, "IDAT", packed.toByteArray());
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] content)
      throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(content);
    out.write(ByteBuffer.allocate(4).putInt(content.length).array());
    out.write(name);
    out.write(content);
    out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
