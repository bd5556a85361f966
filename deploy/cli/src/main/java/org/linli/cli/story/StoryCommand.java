package org.linli.cli.story;

import java.util.concurrent.Callable;
import org.linli.cli.AtGateway;
import org.linli.cli.DemoData;
import org.linli.cli.Refusal;
import org.linli.cli.Screen;
import org.linli.cli.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./linli story}: plays a day in Panlong district and says whether everything was as it should be. */
@Command(
        name = "story",
        description = "Plays a day in Panlong district through the gateway, as the people concerned.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every step was as it should be", "1:a step was not; it is named", "3:Linli is not running"})
public final class StoryCommand implements Callable<Integer> {
    @Mixin
    private AtGateway at;

    private final Screen screen = Screen.standard();

    @Override
    public Integer call() {
        Workplace workplace = at.workplace();
        if (workplace.elsewhere().isPresent()) {
            new DemoData(workplace).load().forEach(screen::line);
            screen.line("");
        }
        Chronicle chronicle = new Chronicle();
        long begin = System.nanoTime();
        try (Cast cast = Cast.assemble(workplace)) {
            DayInPanlong day = new DayInPanlong(workplace, cast, chronicle);
            day.play();
            new CleanUpInLongjiang(workplace, cast, chronicle).play();
            new ShopInPanlong(workplace, cast, chronicle).play();
            new BarbersOfDongzhuang(workplace, cast, chronicle).play();
            new FarewellInPanlong(workplace, cast, chronicle).play();
            day.privacy();
        } catch (Refusal refusal) {
            chronicle.print(screen);
            throw new Refusal("The story broke off at \"" + chronicle.current() + "\": " + refusal.getMessage(), 1);
        }
        screen.line("A day in Panlong district (盘龙区, 530103)");
        screen.line("");
        chronicle.print(screen);
        screen.line("  The whole story took " + (System.nanoTime() - begin) / 1_000_000_000L + " seconds.");
        return 0;
    }
}
