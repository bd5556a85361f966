-- what a shop handed over on a day
create index redemption_handed_over on redemption (merchant_id, ended_at) where status = 'FULFILLED';

-- whom retention may forget
create index expiry_warning_by_day on expiry_warning (expires_on);
