package org.passerelle.evidence.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import org.apache.pdfbox.io.RandomAccess;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.io.RandomAccessStreamCache;
import org.jspecify.annotations.Nullable;
import org.passerelle.evidence.Content;

/**
 * Room for the temporary data of PDFs, which never lies readable on a disk: pages of one file are
 * encrypted by AES-CTR (NIST SP 800-38A) under a key that exists in memory only. The file is
 * removed when the room is closed, and useless if the process is killed before. What fits into a
 * page stays in memory. Not thread-safe.
 */
public final class SealedScratch implements RandomAccessStreamCache {
  /** The folder for temporary files. */
  public static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

  /** Bytes of a page. */
  static final int PAGE = 1 << 16;

  private static final int KEY_BITS = 256;
  private static final int NONCE = 16;
  private final Path folder;
  private final SecretKey key;
  private @Nullable FileChannel file;
  private int pages;
  private long writes;

  /**
   * Room in a folder, such as that of the result.
   *
   * @param folder where the file is made as soon as one is needed
   */
  public SealedScratch(Path folder) {
    this.folder = folder;
    try {
      KeyGenerator keys = KeyGenerator.getInstance("AES");
      keys.init(KEY_BITS);
      key = keys.generateKey();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public RandomAccess createBuffer() {
    return new SealedBuffer(this);
  }

  /**
   * The bytes of a content, to be read anywhere: its file if there is one, otherwise a copy here.
   *
   * @param scratch stays open as long as the bytes are read
   */
  public static RandomAccessRead bytes(Content content, SealedScratch scratch) throws IOException {
    Optional<Path> file = content.file();
    if (file.isPresent()) {
      return new RandomAccessReadBufferedFile(file.get());
    }
    try (InputStream in = content.open()) {
      return SealedBuffer.copyOf(in, scratch);
    }
  }

  /** The number of a page that nobody uses. */
  int newPage() {
    return pages++;
  }

  /**
   * Writes a page.
   *
   * @return the nonce under which it is read again; no two writes have the same
   */
  long write(int page, byte[] bytes) throws IOException {
    long nonce = ++writes;
    ByteBuffer sealed = ByteBuffer.wrap(crypt(Cipher.ENCRYPT_MODE, nonce, bytes));
    long at = (long) page * PAGE;
    while (sealed.hasRemaining()) {
      at += file().write(sealed, at);
    }
    return nonce;
  }

  /** Reads a page that was written completely. */
  byte[] read(int page, long nonce) throws IOException {
    ByteBuffer sealed = ByteBuffer.allocate(PAGE);
    long at = (long) page * PAGE;
    while (sealed.hasRemaining()) {
      int n = file().read(sealed, at + sealed.position());
      if (n < 0) {
        throw new IOException("The temporary file is shorter than what was written to it.");
      }
    }
    return crypt(Cipher.DECRYPT_MODE, nonce, sealed.array());
  }

  private byte[] crypt(int mode, long nonce, byte[] bytes) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
      // the lower half counts the blocks of a page
      byte[] start = ByteBuffer.allocate(NONCE).putLong(nonce).array();
      cipher.init(mode, key, new IvParameterSpec(start));
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private FileChannel file() throws IOException {
    FileChannel open = file;
    if (open == null) {
      Path made = Files.createTempFile(folder, ".passerelle", ".scratch");
      // a killed process leaves no file either, where the system allows it
      open =
          FileChannel.open(
              made,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      file = open;
    }
    return open;
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
      file = null;
    }
  }
}
