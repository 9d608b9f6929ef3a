package dev.drawbridge.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.edit.Invariants;
import dev.drawbridge.model.Document;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RaiserTest {
  static List<Path> samples() {
    return Samples.files();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleLowersRaisesAndLowersToTheSameGraph(Path sample) {
    Document document = Samples.read(sample);
    assertThat(RoundTrip.differences(document)).isEmpty();
    Raised raised = Raiser.raise(RoundTrip.lower(document));
    assertThat(Invariants.violations(raised.document())).isEmpty();
    assertThat(raised.coverage().skipped()).isEmpty();
  }

  /// As many as a second or so is good for; a fault in names or order shows within a few dozen.
  @Test
  void soDoesWhateverMayBeDrawn() {
    for (int seed = 1; seed <= 150; seed++) {
      Document document = RandomDesign.proper(new Random(seed), 5 + seed % 90);
      assertThat(RoundTrip.differences(document)).as("seed %d", seed).isEmpty();
    }
  }

  /// Seeds and sizes of designs that once came back otherwise.
  @ParameterizedTest
  @CsvSource({
    "1775, 70", // two listeners of a classic load balancer on one port
    "523, 78",
    "757, 177",
    "1316, 86", // a group that only a classic load balancer stands before
    "388, 208", // two internets whose names differ in capitals only
    "421, 151", // a database on premises whose name begins with a digit
    "601, 100", // an internet that is called as a data centre
    "412, 142",
    "997, 217", // two data centres with the same addresses
    "1027, 157", // Consul in a data centre of the same name
    "114, 144", // Consul that knows of a database which no line leads to
    "886, 166",
    "873, 153", // an application on one instance that takes port 22 from elsewhere
    "355, 90",
    "457, 12",
    "791, 76",
    "797, 82"
  })
  void soDoWhatOnceDidNot(int seed, int size) {
    Document document = RandomDesign.proper(new Random(seed), size);
    assertThat(RoundTrip.differences(document)).isEmpty();
  }

  /// Documents that a file may hold but nobody can draw lose what cannot be built; the rest is raised.
  @Test
  void whateverAFileHoldsIsRaisedToAProperDocument() {
    for (int seed = 1; seed <= 100; seed++) {
      Document document = RandomDesign.of(new Random(seed), 5 + seed % 90);
      Raised raised = Raiser.raise(RoundTrip.lower(document));
      assertThat(Invariants.violations(raised.document())).as("seed %d", seed).isEmpty();
      assertThat(Raiser.raise(RoundTrip.lower(document))).isEqualTo(raised);
    }
  }

  @Test
  void aLogBucketComesBackWithTheLoadBalancersThatUseIt() {
    Sketch sketch = Sketch.threeTier().node("logs", "aws.s3_bucket", "seoul");
    sketch.using("public-alb", "logs").using("internal-alb", "logs");
    assertThat(RoundTrip.differences(sketch.document())).isEmpty();
    Document raised = Raiser.raise(sketch.lower()).document();
    assertThat(raised.connectors().stream().filter(c -> c.kind().equals("association"))).hasSize(2);
  }

  @Test
  void aCertificateComesBackWithTheLoadBalancerThatUsesIt() {
    Sketch sketch = Sketch.threeTier().node("cert", "aws.certificate", "seoul");
    assertThat(RoundTrip.differences(sketch.using("public-alb", "cert").document())).isEmpty();
  }

  @Test
  void aThreeTierServiceDoesToo() {
    assertThat(RoundTrip.differences(Sketch.threeTier().document())).isEmpty();
  }
}
