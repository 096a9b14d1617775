package org.tumen.scenario.deal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CargoParametersTest {
    @Test
    void oneOfThemIsToldInTheSingular() {
        CargoParameters cargo = new CargoParameters("rocket launchers", 100);
        assertThat(cargo.told(0.01)).isEqualTo("1 rocket launcher");
        assertThat(cargo.told(0.02)).isEqualTo("2 rocket launchers");
        assertThat(cargo.told(0)).isEqualTo("0 rocket launchers");
    }
}
