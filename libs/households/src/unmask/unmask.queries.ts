/** A person with ciphertext. $1 county, $2 id. */
export const findWholeMemberUnlocked = 'select m.* from member m where m.county_code = $1 and m.id = $2';
