package org.passerelle.linkage.spark;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.passerelle.linkage.BadRecords;

/** The rows of Parquet files as CSV, read as they are asked for. Not for several threads. */
final class ParquetRows extends Reader {
  private static final String ENDING = ".parquet";

  /** Numbers below are whole if nothing of them is lost, such as years beside missing ones. */
  private static final double WHOLE = 1e15;

  private final Path list;
  private final List<Path> files;
  private final MessageType columns;
  private final StringBuilder text = new StringBuilder();
  private final CSVPrinter csv;
  private Optional<ParquetReader<Group>> open = Optional.empty();
  private int next;
  private int at;

  /**
   * Opens a file, or a folder of files with the same columns, as Spark writes it.
   *
   * @throws BadRecords if it cannot be read as a list
   */
  ParquetRows(Path list) throws IOException {
    this.list = list;
    this.files = files(list);
    this.csv = new CSVPrinter(text, CSVFormat.DEFAULT);
    this.columns = columns(files.get(0));
    for (Type column : columns.getFields()) {
      check(column);
      csv.print(column.getName());
    }
    csv.println();
  }

  private static List<Path> files(Path list) throws IOException {
    if (!Files.isDirectory(list)) {
      return List.of(list);
    }
    try (Stream<Path> all = Files.list(list)) {
      List<Path> files = all.filter(f -> f.toString().endsWith(ENDING)).sorted().toList();
      if (files.isEmpty()) {
        throw new BadRecords("%s holds no file that ends in %s.".formatted(list, ENDING));
      }
      return files;
    }
  }

  private static MessageType columns(Path file) throws IOException {
    InputFile source = new LocalInputFile(file);
    try (ParquetFileReader reader = ParquetFileReader.open(source)) {
      return reader.getFileMetaData().getSchema();
    } catch (RuntimeException e) {
      // it says so of anything that does not end as Parquet does
      throw new BadRecords(
          "%s is not a Parquet file. Maybe it is CSV, and its name should end in .csv."
              .formatted(file));
    }
  }

  private void check(Type column) {
    boolean read =
        column.isPrimitive()
            && !column.isRepetition(Type.Repetition.REPEATED)
            && switch (column.asPrimitiveType().getPrimitiveTypeName()) {
              case BINARY -> is(column, LogicalTypeAnnotation.StringLogicalTypeAnnotation.class);
              case INT32 ->
                  column.getLogicalTypeAnnotation() == null
                      || is(column, LogicalTypeAnnotation.DateLogicalTypeAnnotation.class)
                      || is(column, LogicalTypeAnnotation.IntLogicalTypeAnnotation.class);
              case INT64 ->
                  column.getLogicalTypeAnnotation() == null
                      || is(column, LogicalTypeAnnotation.IntLogicalTypeAnnotation.class);
              case BOOLEAN, FLOAT, DOUBLE -> true;
              case INT96, FIXED_LEN_BYTE_ARRAY -> false;
            };
    if (!read) {
      throw new BadRecords(
          "Column %s of %s holds neither text nor numbers nor dates (%s). Maybe write it as text."
              .formatted(column.getName(), list, column));
    }
  }

  private static boolean is(Type column, Class<? extends LogicalTypeAnnotation> what) {
    return what.isInstance(column.getLogicalTypeAnnotation());
  }

  @Override
  public int read(char[] into, int from, int most) throws IOException {
    if (at == text.length()) {
      text.setLength(0);
      at = 0;
      fill();
    }
    int n = Math.min(most, text.length() - at);
    text.getChars(at, at + n, into, from);
    at += n;
    return n == 0 && most > 0 ? -1 : n;
  }

  /** The next row, if there is one. */
  private void fill() throws IOException {
    while (open.isPresent() || next < files.size()) {
      if (open.isEmpty()) {
        Path file = files.get(next++);
        if (!columns(file).getFields().equals(columns.getFields())) {
          throw new BadRecords(
              "%s has other columns than %s.".formatted(file, files.get(0).getFileName()));
        }
        open = Optional.of(new Rows(new LocalInputFile(file)).build());
      }
      Group row = open.get().read();
      if (row != null) {
        csv.printRecord(values(row));
        return;
      }
      open.get().close();
      open = Optional.empty();
    }
  }

  private static final class Rows extends ParquetReader.Builder<Group> {
    Rows(InputFile file) {
      super(file, new PlainParquetConfiguration());
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }

  private List<String> values(Group row) {
    List<String> values = new ArrayList<>();
    for (int c = 0; c < columns.getFieldCount(); c++) {
      values.add(row.getFieldRepetitionCount(c) == 0 ? "" : value(row, c));
    }
    return values;
  }

  private String value(Group row, int c) {
    PrimitiveType type = columns.getType(c).asPrimitiveType();
    return switch (type.getPrimitiveTypeName()) {
      case BINARY -> row.getString(c, 0);
      case INT32 ->
          is(type, LogicalTypeAnnotation.DateLogicalTypeAnnotation.class)
              ? LocalDate.ofEpochDay(row.getInteger(c, 0)).toString()
              : String.valueOf(row.getInteger(c, 0));
      case FLOAT -> number(row.getFloat(c, 0));
      case DOUBLE -> number(row.getDouble(c, 0));
      case BOOLEAN, INT64, INT96, FIXED_LEN_BYTE_ARRAY -> row.getValueToString(c, 0);
    };
  }

  private static String number(double value) {
    return Double.isNaN(value)
        ? ""
        : value == Math.rint(value) && Math.abs(value) < WHOLE
            ? String.valueOf((long) value)
            : String.valueOf(value);
  }

  @Override
  public void close() throws IOException {
    if (open.isPresent()) {
      open.get().close();
    }
  }
}
