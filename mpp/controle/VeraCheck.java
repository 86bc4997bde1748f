import java.io.FileInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Arguments: flavours joined by a comma, then files. A tab-separated line per file and flavour, one per broken rule. */
public class VeraCheck {
    public static void main(String[] args) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (int i = 1; i < args.length; i++) {
            for (String naam : args[0].split(",")) {
                PDFAFlavour flavour = PDFAFlavour.byFlavourId(naam);
                try (InputStream in = new FileInputStream(args[i]);
                        PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour);
                        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                    ValidationResult result = validator.validate(parser);
                    Map<String, TestAssertion> broken = new TreeMap<>();
                    for (TestAssertion t : result.getTestAssertions()) {
                        if (t.getStatus() == TestAssertion.Status.FAILED) {
                            broken.putIfAbsent(t.getRuleId().getClause() + "-" + t.getRuleId().getTestNumber(), t);
                        }
                    }
                    System.out.printf("uitslag\t%d\t%s\t%s%n", i - 1, naam, result.isCompliant() ? "goed" : "fout");
                    for (Map.Entry<String, TestAssertion> e : broken.entrySet()) {
                        String message = e.getValue().getMessage().replaceAll("\\s+", " ");
                        System.out.printf("regel\t%d\t%s\t%s\t%s%n", i - 1, naam, e.getKey(), message);
                    }
                }
            }
        }
    }
}
