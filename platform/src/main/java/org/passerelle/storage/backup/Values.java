package org.passerelle.storage.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Clob;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.Columns;

/** A column value as bytes: a tag for its type, then the value. */
final class Values {
  private Values() {}

  static void write(DataOutputStream out, @Nullable Object value) throws IOException, SQLException {
    if (value == null) {
      out.writeByte('0');
    } else if (value instanceof String text) {
      bytes(out, 's', text.getBytes(StandardCharsets.UTF_8));
    } else if (value instanceof Clob text) {
      write(out, text.getSubString(1, Math.toIntExact(text.length())));
    } else if (value instanceof UUID id) {
      out.writeByte('u');
      out.writeLong(id.getMostSignificantBits());
      out.writeLong(id.getLeastSignificantBits());
    } else if (value instanceof byte[] content) {
      bytes(out, 'b', content);
    } else if (value instanceof OffsetDateTime at) {
      out.writeByte('t');
      out.writeLong(at.toInstant().getEpochSecond());
      out.writeInt(at.getNano());
    } else if (value instanceof LocalDate day) {
      out.writeByte('d');
      out.writeLong(day.toEpochDay());
    } else if (value instanceof Boolean is) {
      out.writeByte(is ? 'y' : 'n');
    } else if (value instanceof Integer || value instanceof Short) {
      out.writeByte('i');
      out.writeInt(((Number) value).intValue());
    } else if (value instanceof Long number) {
      out.writeByte('l');
      out.writeLong(number);
    } else if (value instanceof BigDecimal number) {
      bytes(out, 'm', number.toString().getBytes(StandardCharsets.US_ASCII));
    } else if (value instanceof Double number) {
      out.writeByte('f');
      out.writeDouble(number);
    } else {
      throw new IllegalStateException(
          "The backup cannot hold a column of type %s.".formatted(value.getClass().getName()));
    }
  }

  static @Nullable Object read(DataInputStream in) throws IOException {
    int tag = in.readUnsignedByte();
    return switch (tag) {
      case '0' -> null;
      case 's' -> new String(bytes(in), StandardCharsets.UTF_8);
      case 'u' -> new UUID(in.readLong(), in.readLong());
      case 'b' -> bytes(in);
      case 't' -> Columns.at(Instant.ofEpochSecond(in.readLong(), in.readInt()));
      case 'd' -> LocalDate.ofEpochDay(in.readLong());
      case 'y' -> true;
      case 'n' -> false;
      case 'i' -> in.readInt();
      case 'l' -> in.readLong();
      case 'm' -> new BigDecimal(new String(bytes(in), StandardCharsets.US_ASCII));
      case 'f' -> in.readDouble();
      default -> throw new BadBackup("The backup contains a value of an unknown kind.");
    };
  }

  private static void bytes(DataOutputStream out, char tag, byte[] content) throws IOException {
    out.writeByte(tag);
    out.writeInt(content.length);
    out.write(content);
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    return in.readNBytes(in.readInt());
  }
}
