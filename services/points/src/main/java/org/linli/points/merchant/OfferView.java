package org.linli.points.merchant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.linli.contracts.points.OfferState.OfferStatus;
import org.linli.kit.http.Versioned;

/**
 * What can be had for points, as everybody sees it.
 *
 * @param id the offer
 * @param merchantId who gives it
 * @param merchantName the shop's name
 * @param division where the shop stands
 * @param audience digits that the homes of those share who may have it
 * @param title what is had
 * @param description more about it; absent if there is nothing to say
 * @param unit the scheme it is paid in
 * @param price hundredths of the unit for one
 * @param stock how many there were from the beginning
 * @param left how many are left now, this month's number heeded
 * @param perPerson how many one person may have; absent for no limit
 * @param perMonth how many there are in each month; absent for no limit
 * @param firstDays to be had on the first so many days of a month; absent for every day
 * @param byInvitation whether only those may have it who are invited
 * @param validFrom first day
 * @param validUntil last day
 * @param status whether it can be had
 * @param version grows with every change of what it says
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OfferView(
        UUID id,
        UUID merchantId,
        String merchantName,
        String division,
        String audience,
        String title,
        String description,
        String unit,
        long price,
        int stock,
        int left,
        Integer perPerson,
        Integer perMonth,
        Integer firstDays,
        boolean byInvitation,
        LocalDate validFrom,
        LocalDate validUntil,
        OfferStatus status,
        long version)
        implements Versioned {}
