import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Packs pictures of `drawbridge.svg` into the forms that Windows and macOS want. To renew them all:
///
///     for n in 16 32 48 64 128 256 512; do rsvg-convert -w $n drawbridge.svg -o PNGS/$n.png; done
///     java PackIcons.java PNGS .
void main(String[] args) throws IOException {
  Path pictures = Path.of(args[0]);
  Path target = Path.of(args[1]);
  Files.copy(pictures.resolve("256.png"), target.resolve("drawbridge.png"),
      java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  Files.write(target.resolve("drawbridge.ico"), ico(pictures, List.of(16, 32, 48, 64, 128, 256)));
  Files.write(target.resolve("drawbridge.icns"), icns(pictures));
}

/// A Windows icon: a directory of entries of 16 bytes, then the PNGs as they are.
byte[] ico(Path pictures, List<Integer> sizes) throws IOException {
  var images = new ByteArrayOutputStream();
  var directory = ByteBuffer.allocate(6 + 16 * sizes.size()).order(ByteOrder.LITTLE_ENDIAN);
  directory.putShort((short) 0).putShort((short) 1).putShort((short) sizes.size());
  for (int size : sizes) {
    byte[] png = Files.readAllBytes(pictures.resolve(size + ".png"));
    byte side = (byte) size; // 0 stands for 256
    directory.put(side).put(side).put((byte) 0).put((byte) 0);
    directory.putShort((short) 1).putShort((short) 32);
    directory.putInt(png.length).putInt(directory.capacity() + images.size());
    images.write(png);
  }
  var file = new ByteArrayOutputStream();
  file.write(directory.array());
  images.writeTo(file);
  return file.toByteArray();
}

/// An Apple icon: chunks of a four-letter type, a length that counts type and length, and a PNG.
byte[] icns(Path pictures) throws IOException {
  var chunks = new ByteArrayOutputStream();
  var out = new DataOutputStream(chunks);
  for (String entry : List.of("icp4 16", "icp5 32", "icp6 64", "ic07 128", "ic08 256", "ic09 512")) {
    String[] typeAndSize = entry.split(" ");
    byte[] png = Files.readAllBytes(pictures.resolve(typeAndSize[1] + ".png"));
    out.write(typeAndSize[0].getBytes(StandardCharsets.US_ASCII));
    out.writeInt(8 + png.length);
    out.write(png);
  }
  return ByteBuffer.allocate(8 + chunks.size())
      .put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(8 + chunks.size())
      .put(chunks.toByteArray()).array();
}
