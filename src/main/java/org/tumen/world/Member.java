package org.tumen.world;

/**
 * A voting member of the Security Council.
 *
 * @param iso3 ISO 3166-1 alpha-3 code
 * @param ideal ideal point on the scale of Bailey, Strezhnev and Voeten (2017), about -3 to 3, West positive
 * @param permanent true for the five permanent members
 */
public record Member(String iso3, double ideal, boolean permanent) {}
